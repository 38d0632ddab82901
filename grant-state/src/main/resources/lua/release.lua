--[[
  release: the holder of a claim could not deliver; the next poll gets the grant under the same
  claim id, so that what this one may have written in SQL is recognised as its own.

  KEYS[1]  grant:{<GrantId>}   hash, see docs/redis-schema.md
           reads   state claim
           writes  state; deletes claim_until
  ARGV[1]  claim id
  ARGV[2]  channel decided:{<GrantId>}; the new state is published there

  Returns an array; its first element names the outcome.
    RELEASED     approved again
    SUPERSEDED   the claim is not the current one (any more); nothing has changed

  Clock: none.
]]

local key, claim, channel = KEYS[1], ARGV[1], ARGV[2]

local f = redis.call('HMGET', key, 'state', 'claim')
if f[1] ~= 'CLAIMED' or f[2] ~= claim then
  return { 'SUPERSEDED' }
end
redis.call('HSET', key, 'state', 'APPROVED')
redis.call('HDEL', key, 'claim_until')
redis.call('SPUBLISH', channel, 'APPROVED')
return { 'RELEASED' }
