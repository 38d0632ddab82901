--[[
  create: store a grant (RFC 8628 section 3.2): one that waits for a person, or one that an operator
  has approved ahead, which only a poll has a use for.

  KEYS[1]  grant:{<GrantId>}   hash, see docs/redis-schema.md
           writes  state expires_at lifetime and every field of ARGV
  ARGV[1]  lifetime of the codes in milliseconds
  ARGV[2]  PENDING or APPROVED
  ARGV[3..] field, value, ... what else belongs to the grant, and to the approval if there is one

  Returns an array; its first element names the outcome.
    CREATED   in that state from now on; the key outlives expires_at by one lifetime
    EXISTS    there is a grant of that id; nothing has changed

  Clock: Redis's own, in milliseconds.
]]

local key, lifetime, state = KEYS[1], tonumber(ARGV[1]), ARGV[2]

if redis.call('EXISTS', key) == 1 then
  return { 'EXISTS' }
end

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local expires_at = now + lifetime

redis.call('HSET', key,
  'state', state, 'expires_at', expires_at, 'lifetime', lifetime, unpack(ARGV, 3))
redis.call('PEXPIREAT', key, expires_at + lifetime)
return { 'CREATED' }
