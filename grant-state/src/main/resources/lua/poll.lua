#!lua flags=allow-oom
--[[
  poll: answer one token request for one device code (RFC 8628 sections 3.4 and 3.5).

  Decides and records in one step, so that of any number of concurrent polls of an approved grant
  one claims it. Looks at, in this order: whose grant it is, the proof, its end, the number entered
  if one is awaited, the pace. Only a poll that can learn nothing new is slowed down: a decision is
  delivered, and a number that was not tried before looked at, however early the poll.

  KEYS[1]  grant:{<GrantId>}   hash, see docs/redis-schema.md
           reads   every field
           writes  state claim claim_until expires_at lifetime, interval next_poll_at, expired_told,
                   tried
  KEYS[2]  answer:{<GrantId>}  hash
           reads   every field
  ARGV[1]  client_id of the authenticated client
  ARGV[2]  S256 of the PKCE verifier sent, or ''
  ARGV[3]  thumbprint of the DPoP key that signed, or ''
  ARGV[4]  a new claim id; a poll that is sent again, as its answer did not come, brings the same
  ARGV[5]  the claim's lease in milliseconds
  ARGV[6]  tolerance in milliseconds: a poll that is early by no more is on time
  ARGV[7]  how long a claim leaves to fetch the tokens after its lease, in milliseconds
  ARGV[8]  the confirmation number that was entered, two digits; '' or absent if none was. It is
           looked at where the grant waits for one, and nowhere else
  ARGV[9]  channel decided:{<GrantId>}, with a number; the end by wrong numbers is published there
  ARGV[10] 1 if a poll that is held looks again: it was counted when it came, so the pace is neither
           asked nor moved; absent otherwise

  Returns an array; its first element names the outcome.
    UNKNOWN               no such grant, another client's grant, already redeemed and no answer kept;
                          or expired, told so before, to a client whose error profile says it once
    ANSWERED claim sealed field value..
                          redeemed a moment ago by this client with this proof, which asks again:
                          whose answer it is, the answer, and the grant's fields; nothing changes
    PROOF_MISMATCH        the grant was created with another challenge or key, or without one
    EXPIRED               past expires_at; the key outlives it so that we can say so
    DENIED                the person said no, or too many numbers were wrong before
    GRANTED field value.. approved, and now claimed: this caller delivers the tokens; or claimed
                          before by this very poll, whose lease goes on: nothing changes
    CONFIRMED field value..
                          the same, by the number of this very poll
    WRONG_NUMBER left     the number is not the one, and so many other ones may be tried; one that was
                          tried before counts once, as its answer may have been lost, and keeps the
                          pace
    UNCONFIRMED           the third different wrong number: this poll ends the grant as denied
    CONFIRMING left       approved, polled on time, waits for the number; so many may be tried
    PENDING               pending and polled on time, or claimed by another poll
    SLOW_DOWN seconds ms  pending, or waiting for the number, and polled early without one or with one
                          that was tried before; the interval grew to so many seconds, the window did
                          not move; after so many milliseconds a poll is not too early any more

  Clock: Redis's own, in milliseconds.
]]

local INTERVAL = 5000
local SLOW_DOWN_STEP = 5000
local SLOWEST = 60000
local ATTEMPTS = 3

local key, client_id, challenge, thumbprint = KEYS[1], ARGV[1], ARGV[2], ARGV[3]
local claim, lease = ARGV[4], tonumber(ARGV[5])
local tolerance, fetch = tonumber(ARGV[6]), tonumber(ARGV[7])
local entered, channel, again = ARGV[8] ~= '' and ARGV[8], ARGV[9], ARGV[10] == '1'

local f = redis.call('HMGET', key, 'client_id', 'state', 'expires_at', 'interval', 'next_poll_at',
  'code_challenge', 'dpop_jkt')
local owner, state, expires_at = f[1], f[2], tonumber(f[3])
local interval, next_poll_at = tonumber(f[4] or INTERVAL), tonumber(f[5] or 0)

if owner ~= client_id then
  return { 'UNKNOWN' }
end
-- A verifier needs a challenge to compare with. A DPoP key does not: the first leg may leave it open.
if challenge ~= (f[6] or '') or (f[7] and thumbprint ~= f[7]) then
  return { 'PROOF_MISMATCH' }
end
if state == 'REDEEMED' then
  -- The answer goes to whoever proves to be the one it was made for; knowing the code is no proof.
  local answer = (f[6] or f[7]) and redis.call('HMGET', KEYS[2], 'claim', 'sealed')
  if answer and answer[1] then
    return { 'ANSWERED', answer[1], answer[2], unpack(redis.call('HGETALL', key)) }
  end
  return { 'UNKNOWN' }
end

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

if state == 'CLAIMED' and now >= tonumber(redis.call('HGET', key, 'claim_until')) then
  state = 'APPROVED'
end
if now >= expires_at
    and (state == 'PENDING' or state == 'CONFIRMING' or state == 'APPROVED') then
  local profile = redis.call('HGET', key, 'error_profile')
  if profile == 'AUTH0' and redis.call('HINCRBY', key, 'expired_told', 1) > 1 then
    return { 'UNKNOWN' }
  end
  return { 'EXPIRED' }
end
if state == 'DENIED' then
  return { 'DENIED' }
end
-- A number counts once: a device that repeats a poll whose answer was lost must not use up attempts.
local confirmed, wrong, left = false, false, ATTEMPTS
if state == 'CONFIRMING' then
  local c = redis.call('HMGET', key, 'number', 'tried')
  local number, tried = c[1], c[2] or ''
  local known = entered and tried:find(entered, 1, true)
  if entered and entered == number then
    state = 'APPROVED'
    confirmed = true
  elseif entered and not known then
    tried = tried == '' and entered or tried .. ' ' .. entered
    redis.call('HSET', key, 'tried', tried)
  end
  left = ATTEMPTS - select(2, tried:gsub('%d+', ''))
  if left <= 0 then
    redis.call('HSET', key, 'state', 'DENIED')
    redis.call('SPUBLISH', channel, 'DENIED')
    return { 'UNCONFIRMED' }
  end
  wrong = entered and not confirmed
  -- One that is known to be wrong keeps the pace: else it would be a way to poll without one.
  if wrong and not known then
    return { 'WRONG_NUMBER', left }
  end
end
if state == 'APPROVED' then
  if expires_at < now + lease + fetch then
    local more = now + lease + fetch - expires_at
    expires_at = expires_at + more
    redis.call('PEXPIREAT', key, expires_at + redis.call('HINCRBY', key, 'lifetime', more))
  end
  redis.call('HSET', key,
    'state', 'CLAIMED', 'claim', claim, 'claim_until', now + lease, 'expires_at', expires_at)
  if confirmed then
    return { 'CONFIRMED', unpack(redis.call('HGETALL', key)) }
  end
  return { 'GRANTED', unpack(redis.call('HGETALL', key)) }
end
if state == 'CLAIMED' then
  if redis.call('HGET', key, 'claim') == claim then
    return { 'GRANTED', unpack(redis.call('HGETALL', key)) }
  end
  return { 'PENDING' }
end

-- Still waiting. An early poll makes the interval grow, but does not move the window: whoever keeps
-- polling too fast still has a poll accepted when the window opens.
if not again then
  if now < next_poll_at - tolerance then
    interval = math.min(interval + SLOW_DOWN_STEP, math.max(interval, SLOWEST))
    redis.call('HSET', key, 'interval', interval)
    return { 'SLOW_DOWN', math.ceil(interval / 1000), next_poll_at - tolerance - now }
  end
  redis.call('HSET', key, 'next_poll_at', now + interval)
end
if wrong then
  return { 'WRONG_NUMBER', left }
end
if state == 'CONFIRMING' then
  return { 'CONFIRMING', left }
end
return { 'PENDING' }
