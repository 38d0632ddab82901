--[[
  backoff: delays that grow with failures and shrink with time.

  An attempt counts as a failure at once, so that parallel attempts cannot all pass before the first
  of them has failed.

  KEYS[1]  backoff:<name>:<digest of the subject>   hash, see docs/redis-schema.md
           reads   every field
           writes  every field, and the key's TTL
  ARGV[1]  ATTEMPT    try, if no delay is running
           SUCCEEDED  forget all failures
           GIVE_BACK  take the attempt of ARGV[6] back
  ARGV[2]  failures that cost nothing
  ARGV[3]  first delay in milliseconds; it doubles with each further failure
  ARGV[4]  longest delay in milliseconds
  ARGV[5]  milliseconds after which a failure is forgotten
  ARGV[6]  with GIVE_BACK: the number that READY gave

  Returns an array; its first element names the outcome.
    READY failures              counted; how many there are now
    DELAYED milliseconds first  nothing counted; what is left, and 1 if nobody was told so since
    FORGOTTEN                   no failures any more
    GIVEN_BACK

  Clock: Redis's own, in milliseconds.
]]

local key, mode = KEYS[1], ARGV[1]
local free, first, most = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local forget = tonumber(ARGV[5])

if mode == 'SUCCEEDED' then
  redis.call('DEL', key)
  return { 'FORGOTTEN' }
end

local f = redis.call('HMGET', key, 'failures', 'at', 'until', 'told')
local failures, at = tonumber(f[1]) or 0, tonumber(f[2])
local delayed_until, told = tonumber(f[3]) or 0, f[4]

if mode == 'GIVE_BACK' then
  if failures > 0 then
    redis.call('HINCRBY', key, 'failures', -1)
    -- The delay is this attempt's own, unless another came after it.
    if failures == tonumber(ARGV[6]) then
      redis.call('HDEL', key, 'until', 'told')
    end
  end
  return { 'GIVEN_BACK' }
end

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

if now < delayed_until then
  redis.call('HSET', key, 'told', 1)
  -- After a failover the clock may be behind the one that wrote it.
  return { 'DELAYED', math.min(delayed_until - now, most), told and 0 or 1 }
end

if at then
  failures = math.max(0, failures - math.floor(math.max(0, now - at) / forget))
end
failures = failures + 1

local delay = 0
if failures > free then
  delay = first
  for step = free + 2, failures do
    if delay >= most then
      -- More failures than the longest delay needs would take as long to forget.
      failures = step - 1
      break
    end
    delay = delay * 2
  end
  delay = math.min(delay, most)
end

redis.call('HSET', key, 'failures', failures, 'at', now, 'until', now + delay)
redis.call('HDEL', key, 'told')
redis.call('PEXPIRE', key, math.max(delay, failures * forget))
return { 'READY', failures }
