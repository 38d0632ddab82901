--[[
  nonce: the DPoP nonces that all pods of all services accept (RFC 9449 section 8), renewed when it
  is time.

  The nonce that will be current is drawn one period ahead and accepted from then on, so that a pod
  that remembers an answer for some seconds knows every nonce that another pod hands out.

  KEYS[1]  dpop-nonce   hash, see docs/redis-schema.md
           reads   every field
           writes  every field, and the key's TTL
  ARGV[1]  a new random nonce
  ARGV[2]  another one
  ARGV[3]  period in milliseconds: how long a nonce is current if it is asked for all the time, and
           how long it is accepted thereafter, at least

  Returns an array; its first element names the outcome.
    NONCES current next previous   accepted are these three and no others; previous is '' if there
                                   is none, or it is two periods old

  Clock: Redis's own, in milliseconds.
]]

local key, period = KEYS[1], tonumber(ARGV[3])

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local f = redis.call('HMGET', key, 'current', 'next', 'since', 'previous', 'previous_until')
local current, next, since = f[1], f[2], tonumber(f[3])
local previous, previous_until = f[4], tonumber(f[5])
-- After a failover the clock may be behind the one that wrote since.
local age = current and math.abs(now - since)

if not current or age >= 2 * period then
  current, next, previous = ARGV[1], ARGV[2], false
  redis.call('DEL', key)
  redis.call('HSET', key, 'current', current, 'next', next, 'since', now)
  redis.call('PEXPIREAT', key, now + 2 * period)
elseif age >= period then
  previous, previous_until = current, since + 2 * period
  current, next = next, ARGV[1]
  redis.call('HSET', key, 'current', current, 'next', next, 'since', now,
    'previous', previous, 'previous_until', previous_until)
  redis.call('PEXPIREAT', key, now + 2 * period)
end
if not previous or now >= previous_until then
  previous = ''
end
return { 'NONCES', current, next, previous }
