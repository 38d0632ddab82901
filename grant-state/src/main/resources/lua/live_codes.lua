--[[
  live_codes: how many user codes have been issued and have not run out.

  A count for each kind of code and end. Ends are rounded up by a 32nd of the lifetime, so that
  there are few of them; whoever comes deletes those that are over.

  KEYS[1]  live-codes   hash, see docs/redis-schema.md
           reads and writes a field for each kind and end, and its TTL
  ARGV[1]  kind of codes that were issued; these three may be there any number of times
  ARGV[2]  their lifetime, in milliseconds
  ARGV[3]  how many they are

  Returns an array; its first element names the outcome.
    LIVE counts   what is live now: an array of kinds, each followed by its count

  Clock: Redis's own, in milliseconds.
]]

local STEPS = 32

local key = KEYS[1]

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

for i = 1, #ARGV, 3 do
  local lifetime = tonumber(ARGV[i + 1])
  local step = math.max(math.floor(lifetime / STEPS), 1)
  local ends_at = math.ceil((now + lifetime) / step) * step
  redis.call('HINCRBY', key, ARGV[i] .. ' ' .. string.format('%.0f', ends_at), ARGV[i + 2])
end

local live, last = {}, 0
local counts = redis.call('HGETALL', key)
for i = 1, #counts, 2 do
  local kind, ends_at = counts[i]:match('^(%S+) (%d+)$')
  ends_at = tonumber(ends_at)
  if ends_at and ends_at > now then
    live[kind] = (live[kind] or 0) + tonumber(counts[i + 1])
    last = math.max(last, ends_at)
  else
    redis.call('HDEL', key, counts[i])
  end
end
if last > 0 then
  redis.call('PEXPIREAT', key, string.format('%.0f', last))
end

local reply = {}
for kind, count in pairs(live) do
  reply[#reply + 1] = kind
  reply[#reply + 1] = count
end
return { 'LIVE', reply }
