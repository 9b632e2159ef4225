#!/bin/sh
# Shows a kiosk's page on the whole screen and starts it again whenever it ends.
#
#   bantin-kiosk.sh [ADDRESS]
#
# ADDRESS (or KIOSK_URL) is where kiosk.html is served: http://127.0.0.1:8080/kiosk.html when left out. The worker that
# keeps the news needs https, or this machine's own address.
# KIOSK_PROFILE  where the browser keeps what it stores (~/.local/share/bantin-kiosk)
# KIOSK_BROWSER  the browser (chromium)
# KIOSK_FLAGS    more flags, put last
# KIOSK_ONCE     1: ends when the browser does
set -u

url=${1:-${KIOSK_URL:-http://127.0.0.1:8080/kiosk.html}}
profile=${KIOSK_PROFILE:-${XDG_DATA_HOME:-$HOME/.local/share}/bantin-kiosk}
browser=${KIOSK_BROWSER:-chromium}
mkdir -p "$profile"

# Where X runs, the screen neither sleeps nor blanks: the page asks for that too, but only once it is there.
if [ -n "${DISPLAY:-}" ] && command -v xset >/dev/null; then
  xset s off s noblank -dpms 2>/dev/null || true
fi

# Under X without a window manager nobody makes a window as large as the screen: it begins as large.
size=
if [ -n "${DISPLAY:-}" ] && command -v xrandr >/dev/null; then
  size=$(xrandr --current 2>/dev/null | sed -n 's/.*current \([0-9]*\) x \([0-9]*\).*/\1,\2/p' | head -n 1)
fi

# A power cut leaves a note that the browser was not closed well, and a lock of a browser that is gone: the first would
# be asked about on the screen, the second would keep the browser from starting.
forget_the_end() {
  rm -f "$profile/SingletonLock" "$profile/SingletonSocket" "$profile/SingletonCookie"
  preferences=$profile/Default/Preferences
  [ -f "$preferences" ] || return 0
  sed -i 's/"exited_cleanly":false/"exited_cleanly":true/; s/"exit_type":"[^"]*"/"exit_type":"Normal"/' "$preferences"
}

# Not --incognito: the news are stored for the days without a network, and would be gone with every start.
#   --kiosk                                 the whole screen, no tabs, no address, no full-screen hint
#   --window-position, --window-size        see above
#   --user-data-dir                         a profile of its own, so that nothing else of this user is touched
#   --no-first-run, --no-default-browser-check    no welcome and no question
#   --noerrdialogs, --disable-session-crashed-bubble, --hide-crash-restore-bubble    no box over the page after a crash
#   --disable-infobars                      no bar over the page
#   --disable-translate, Translate          no offer to translate; Vietnamese stays Vietnamese
#   --disable-pinch                         two fingers do not enlarge the page out of its frame
#   --overscroll-history-navigation=0       a swipe does not go back
#   --touch-events=enabled                  also where a touch screen is found late
#   --password-store=basic                  no question for a key ring at each start
#   --check-for-update-interval             updates are Debian's business
#   --autoplay-policy, --deny-permission-prompts    nothing is asked of a passer-by
#   --disk-cache-size                       50 MB: a small disk does not fill with what the worker keeps anyway
#   OverscrollHistoryNavigation, MediaRouter    no swipe, no search for screens in the network
run() {
  "$browser" \
    --kiosk ${size:+--window-position=0,0 --window-size="$size"} \
    --user-data-dir="$profile" \
    --no-first-run --no-default-browser-check \
    --noerrdialogs --disable-session-crashed-bubble --hide-crash-restore-bubble \
    --disable-infobars \
    --disable-translate \
    --disable-pinch \
    --overscroll-history-navigation=0 \
    --touch-events=enabled \
    --password-store=basic \
    --check-for-update-interval=31536000 \
    --autoplay-policy=no-user-gesture-required --deny-permission-prompts \
    --disk-cache-size=52428800 \
    --disable-features=Translate,OverscrollHistoryNavigation,MediaRouter \
    ${KIOSK_FLAGS:-} \
    "$url"
}

stopped=
child=
trap 'stopped=1; [ -n "$child" ] && kill "$child" 2>/dev/null' TERM INT HUP
pause=1
while [ -z "$stopped" ]; do
  forget_the_end
  begun=$(cut -d. -f1 /proc/uptime)
  run &
  child=$!
  wait "$child"
  code=$?
  [ -n "$stopped" ] && { wait "$child" 2>/dev/null; break; }
  [ "${KIOSK_ONCE:-}" = 1 ] && exit "$code"
  # The uptime, not the date: the date may jump. Whoever ran a while starts again at once, whoever does not is asked less
  # and less often, but always again.
  [ $(($(cut -d. -f1 /proc/uptime) - begun)) -gt 60 ] && pause=1
  echo "bantin-kiosk: the browser ended with $code, again in $pause s" >&2
  sleep "$pause"
  pause=$((pause * 2))
  [ "$pause" -gt 60 ] && pause=60
done
exit 0
