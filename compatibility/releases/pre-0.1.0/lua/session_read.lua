--[[
  session_read: the fields of a browser session, which using keeps from becoming idle.

  KEYS[1]  session:<SHA-256 of the cookie>   hash, see docs/redis-schema.md
           reads   every field; moves the TTL
  ARGV[1]  idle lifetime in milliseconds

  Returns an array; its first element names the outcome.
    NONE                 no such session, or it has reached its absolute lifetime
    SESSION field value ..

  Clock: Redis's own, in milliseconds.
]]

local key, idle = KEYS[1], tonumber(ARGV[1])

local ends_at = tonumber(redis.call('HGET', key, 'ends_at'))
if not ends_at then
  return { 'NONE' }
end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
if now >= ends_at then
  redis.call('DEL', key)
  return { 'NONE' }
end
redis.call('PEXPIREAT', key, math.min(now + idle, ends_at))
return { 'SESSION', unpack(redis.call('HGETALL', key)) }
