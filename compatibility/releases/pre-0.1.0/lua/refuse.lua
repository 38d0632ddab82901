--[[
  refuse: the holder of a claim found the account or the client stopped since the approval.

  KEYS[1]  grant:{<GrantId>}   hash, see docs/redis-schema.md
           reads   state claim
           writes  state
  ARGV[1]  claim id
  ARGV[2]  channel decided:{<GrantId>}; the new state is published there

  Returns an array; its first element names the outcome.
    REFUSED      denied, for good
    SUPERSEDED   the claim is not the current one (any more); nothing has changed

  Clock: none.
]]

local key, claim, channel = KEYS[1], ARGV[1], ARGV[2]

local f = redis.call('HMGET', key, 'state', 'claim')
if f[1] ~= 'CLAIMED' or f[2] ~= claim then
  return { 'SUPERSEDED' }
end
redis.call('HSET', key, 'state', 'DENIED')
redis.call('SPUBLISH', channel, 'DENIED')
return { 'REFUSED' }
