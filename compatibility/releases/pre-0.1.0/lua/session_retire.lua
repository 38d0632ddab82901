--[[
  session_retire: a browser session ends soon, however much it is used until then; and is marked
  as good for nothing but the same sign-in once more.

  KEYS[1]  session:<SHA-256 of the cookie>   hash, see docs/redis-schema.md
           reads   ends_at
           writes  ends_at retired_for; moves the TTL
  ARGV[1]  milliseconds until then
  ARGV[2]  the account that has signed in from it

  Returns an array; its first element names the outcome.
    RETIRED
    NONE     no such session

  Clock: Redis's own, in milliseconds.
]]

local key, left = KEYS[1], tonumber(ARGV[1])

local ends_at = tonumber(redis.call('HGET', key, 'ends_at'))
if not ends_at then
  return { 'NONE' }
end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
ends_at = math.min(ends_at, now + left)
redis.call('HSET', key, 'ends_at', ends_at, 'retired_for', ARGV[2])
redis.call('PEXPIREAT', key, ends_at)
return { 'RETIRED' }
