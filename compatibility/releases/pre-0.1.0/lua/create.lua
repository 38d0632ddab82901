--[[
  create: store a pending grant (RFC 8628 section 3.2).

  KEYS[1]  grant:{<GrantId>}   hash, see docs/redis-schema.md
           writes  state expires_at lifetime and every field of ARGV
  ARGV[1]  lifetime of the codes in milliseconds
  ARGV[2..] field, value, ... what else belongs to the grant

  Returns an array; its first element names the outcome.
    CREATED   pending from now on; the key outlives expires_at by one lifetime
    EXISTS    there is a grant of that id; nothing has changed

  Clock: Redis's own, in milliseconds.
]]

local key, lifetime = KEYS[1], tonumber(ARGV[1])

if redis.call('EXISTS', key) == 1 then
  return { 'EXISTS' }
end

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local expires_at = now + lifetime

redis.call('HSET', key,
  'state', 'PENDING', 'expires_at', expires_at, 'lifetime', lifetime, unpack(ARGV, 2))
redis.call('PEXPIREAT', key, expires_at + lifetime)
return { 'CREATED' }
