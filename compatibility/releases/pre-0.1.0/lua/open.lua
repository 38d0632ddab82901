--[[
  open: what a page may know of a grant, and the bond between a grant and one browser
  (RFC 8628 section 5.5).

  A look-up never changes anything, so that link previews and mail scanners do no harm.

  KEYS[1]  grant:{<GrantId>}   hash, see docs/redis-schema.md
           reads   every field
           writes  browser browser_until, only in mode BIND
  ARGV[1]  mode: LOOK or BIND
  ARGV[2]  browser id
  ARGV[3]  the start of the MAC in the key of the user-code index by which the grant was found, as the
           grant keeps it; or '' if it was found by its handle
  ARGV[4]  how long the bond outlasts the browser's last call, in milliseconds

  Returns an array; its first element names the outcome.
    UNKNOWN             no such grant, or the index names a grant of another code
    APPROVED            decided; being fetched or redeemed is the same to the page, and to any other
                        browser than the one that approved, waiting for the number is
    DENIED              decided
    EXPIRED             pending or waiting for the number, but past expires_at
    IN_USE              another browser has opened it and is not idle
    OPEN field value .. pending, and this browser may work on it
    CONFIRMING field value ..
                        this browser approved it, and shows the number; nothing changes in any mode

  Clock: Redis's own, in milliseconds.
]]

local key, mode, browser, index, bond = KEYS[1], ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4])

local f = redis.call('HMGET', key, 'state', 'usercode', 'expires_at', 'browser', 'browser_until')
local state, usercode, expires_at = f[1], f[2], tonumber(f[3])
local holder, holder_until = f[4], tonumber(f[5])

if not state or (index ~= '' and index ~= usercode) then
  return { 'UNKNOWN' }
end
if state == 'DENIED' then
  return { 'DENIED' }
end
-- Nobody can open it any more, so the holder is the browser that approved.
local confirming = state == 'CONFIRMING' and holder == browser
if state ~= 'PENDING' and not confirming then
  return { 'APPROVED' }
end

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
if now >= expires_at then
  return { 'EXPIRED' }
end
if confirming then
  return { 'CONFIRMING', unpack(redis.call('HGETALL', key)) }
end
if holder and holder ~= browser and now < holder_until then
  return { 'IN_USE' }
end
if mode == 'BIND' then
  redis.call('HSET', key, 'browser', browser, 'browser_until', now + bond)
end
return { 'OPEN', unpack(redis.call('HGETALL', key)) }
