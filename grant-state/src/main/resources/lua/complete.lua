--[[
  complete: the holder of a claim has made the tokens; the grant is redeemed.

  KEYS[1]  grant:{<GrantId>}   hash, see docs/redis-schema.md
           reads   state claim
           writes  state
  ARGV[1]  claim id

  Returns an array; its first element names the outcome.
    COMPLETED    redeemed by this claim, now or before, however late
    SUPERSEDED   the claim is not the current one (any more); nothing has changed

  Clock: none.
]]

local key, claim = KEYS[1], ARGV[1]

local f = redis.call('HMGET', key, 'state', 'claim')
if f[2] ~= claim or (f[1] ~= 'CLAIMED' and f[1] ~= 'REDEEMED') then
  return { 'SUPERSEDED' }
end
redis.call('HSET', key, 'state', 'REDEEMED')
return { 'COMPLETED' }
