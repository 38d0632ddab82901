--[[
  complete: the holder of a claim has made the tokens; the grant is redeemed.

  With an answer: the caller's claim is in the fence, whatever Redis has forgotten (ADR 0001). So the
  grant is redeemed even if the claim is not the current one (any more), and the answer is kept for
  a device that asks again with its proof. A grant without proof keeps none.

  KEYS[1]  grant:{<GrantId>}    hash, see docs/redis-schema.md
           reads   state claim code_challenge dpop_jkt
           writes  state; dpop_jkt if there was none and a key signed the poll that is answered
  KEYS[2]  answer:{<GrantId>}   hash
           writes  claim sealed, if there is an answer
  ARGV[1]  claim id
  ARGV[2]  the sealed answer, or '' for none
  ARGV[3]  thumbprint of the DPoP key that signed the poll, or ''
  ARGV[4]  how long the answer is kept, in milliseconds
  ARGV[5]  channel decided:{<GrantId>}; the new state is published there, so that another poll of the
           grant that is held learns that it waits in vain, or for the same answer

  Returns an array; its first element names the outcome.
    COMPLETED    redeemed by this claim, now or before, however late
    SUPERSEDED   the claim is not the current one (any more). Without an answer nothing has changed;
                 with one, a grant that is known to be approved is redeemed all the same

  Clock: none.
]]

local key, answer = KEYS[1], KEYS[2]
local claim, sealed, thumbprint, keep = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local channel = ARGV[5]

local f = redis.call('HMGET', key, 'state', 'claim', 'code_challenge', 'dpop_jkt')
local state, challenge, bound = f[1], f[3], f[4]
local current = f[2] == claim and (state == 'CLAIMED' or state == 'REDEEMED')

-- What is denied stays denied, and a repeated answer needs to know who approved. A claim in the fence
-- has seen the number: a grant that still waits for it has forgotten so.
local approved = state == 'CONFIRMING' or state == 'APPROVED' or state == 'CLAIMED'
  or state == 'REDEEMED'
if current or (sealed ~= '' and approved) then
  redis.call('HSET', key, 'state', 'REDEEMED')
  if sealed ~= '' and not bound and thumbprint ~= '' then
    redis.call('HSET', key, 'dpop_jkt', thumbprint)
    bound = thumbprint
  end
  if sealed ~= '' and (challenge or bound) then
    redis.call('HSET', answer, 'claim', claim, 'sealed', sealed)
    redis.call('PEXPIRE', answer, keep)
  end
  if state ~= 'REDEEMED' then
    redis.call('SPUBLISH', channel, 'REDEEMED')
  end
end
if current then
  return { 'COMPLETED' }
end
return { 'SUPERSEDED' }
