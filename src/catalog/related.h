// What to read next: the articles an article names itself, then the most similar ones near it.
// Use:    for (uint32_t article : related_articles(feed, catalog, article)) …
// Units:  an article is an index in Feed::articles; catalog is that of the feed.
// Cost:   one pass over the feed's ids where the article names any, and the titles and leads of at most 2,000 other
//         articles, whatever the size of the feed. Nothing is kept.
// Errors: none; an unknown article has no related ones, and unknown ids are passed over.
//
// The similarity of another article B to an article A is
//     text * (1 + department / 4 + nearness / 4)
//   text        the weight of the terms of A that B has, as a part of the weight of all terms of A, 0 to 1. A term is a
//               pair of neighbouring folded syllables of a title or a lead: most Vietnamese words have two, and single
//               syllables mean too many things. A term that n of the N articles compared (A among them) have weighs
//               ln((N + 1) / n), inverse document frequency: rare terms count, common ones hardly do.
//   department  1 where A and B have the same one, otherwise 0
//   nearness    1 / (1 + days between A and B / 30); 0 where one is undated
// Compared are the kRelatedWindow rows nearest to A in list order; what is below kLeastSimilarity is not offered. The
// bound is set by eye on the twelve articles of the sample feed, where most pairs of one subject have 0.03 to 0.08 and
// most others less than 0.02; there are exceptions both ways. Department and nearness order what shares words; alone
// they offer nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "catalog/catalog.h"
#include "feed/model.h"

namespace bantin {

inline constexpr uint32_t kRelatedWindow = 2000;
inline constexpr double kLeastSimilarity = 0.03;  // about two rare pairs of a title and a lead

/// At most `limit` articles, none twice and never `article`: first those of its own `related`, in that order, then by
/// falling similarity, ties in list order; without `compares` only the former.
std::vector<uint32_t> related_articles(const Feed& feed, const Catalog& catalog, uint32_t article, size_t limit = 3,
                                       bool compares = true);

}  // namespace bantin
