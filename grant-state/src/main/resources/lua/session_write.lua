--[[
  session_write: start a browser session, or add fields to a live one.

  KEYS[1]  session:<SHA-256 of the cookie>   hash, see docs/redis-schema.md
           writes  every field of ARGV; started_at and ends_at for a new session
  ARGV[1]  NEW or LIVE; LIVE never brings back a session that has ended
  ARGV[2]  idle lifetime in milliseconds
  ARGV[3]  absolute lifetime in milliseconds
  ARGV[4..] field, value, ...

  Returns an array; its first element names the outcome.
    WRITTEN
    NONE      mode LIVE, and there is no such session

  Clock: Redis's own, in milliseconds.
]]

local key, mode, idle, absolute = KEYS[1], ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])

if mode == 'NEW' then
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  redis.call('HSET', key, 'started_at', now, 'ends_at', now + absolute)
  redis.call('PEXPIREAT', key, now + math.min(idle, absolute))
elseif redis.call('EXISTS', key) == 0 then
  return { 'NONE' }
end
redis.call('HSET', key, unpack(ARGV, 4))
return { 'WRITTEN' }
