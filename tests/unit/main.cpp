// The entry point of `bantin_unit [doctest options]`; the test cases come from the *_test.cpp files beside it.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
