--[[
  release: the holder of a claim could not deliver, and will not; the next poll gets the grant.

  A claim that may be in the fence is kept in released: whoever finds it there knows that it has
  delivered nothing, and takes its place (ADR 0001).

  KEYS[1]  grant:{<GrantId>}   hash, see docs/redis-schema.md
           reads   state claim released
           writes  state released; deletes claim claim_until
  ARGV[1]  claim id
  ARGV[2]  channel decided:{<GrantId>}; the new state is published there
  ARGV[3]  1 if the claim may be in the fence, 0 if it never came so far

  Returns an array; its first element names the outcome.
    RELEASED     approved again
    SUPERSEDED   the claim is not the current one (any more); nothing has changed

  Clock: none.
]]

local key, claim, channel = KEYS[1], ARGV[1], ARGV[2]

local f = redis.call('HMGET', key, 'state', 'claim', 'released')
if f[1] ~= 'CLAIMED' or f[2] ~= claim then
  return { 'SUPERSEDED' }
end
redis.call('HSET', key, 'state', 'APPROVED')
redis.call('HDEL', key, 'claim', 'claim_until')
if ARGV[3] == '1' then
  redis.call('HSET', key, 'released', f[3] and f[3] .. ' ' .. claim or claim)
end
redis.call('SPUBLISH', channel, 'APPROVED')
return { 'RELEASED' }
