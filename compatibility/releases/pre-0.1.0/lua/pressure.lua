--[[
  pressure: how busy the pods are that answer polls.

  Whoever comes, to say it or to hear it, also forgets the pods that have been silent for 5 s.

  KEYS[1]  poll-pressure   hash, see docs/redis-schema.md
           reads and writes a field for each pod, and its TTL
  ARGV[1]  REPORT or LOOK
  ARGV[2]  with REPORT: id of the pod
  ARGV[3]  with REPORT: how busy it is, in percent, a whole number

  Returns an array; its first element names the outcome.
    REPORTED          mode REPORT: it counts until its next report, 5 s at most
    PRESSURE percent  mode LOOK: the mean of all pods that have reported, rounded up
    SILENT            mode LOOK: none has

  Clock: Redis's own, in milliseconds.
]]

local FORGOTTEN = 5000

local key, mode = KEYS[1], ARGV[1]

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

if mode == 'REPORT' then
  redis.call('HSET', key, ARGV[2], ARGV[3] .. ' ' .. now)
  redis.call('PEXPIRE', key, FORGOTTEN)
end

local sum, pods = 0, 0
local reports = redis.call('HGETALL', key)
for i = 1, #reports, 2 do
  local percent, at = reports[i + 1]:match('^(%d+) (%d+)$')
  -- After a failover the clock may be another's: what comes from the future is as old.
  if at and math.abs(now - at) <= FORGOTTEN then
    sum = sum + percent
    pods = pods + 1
  else
    redis.call('HDEL', key, reports[i])
  end
end

if mode == 'REPORT' then
  return { 'REPORTED' }
end
if pods == 0 then
  return { 'SILENT' }
end
return { 'PRESSURE', math.ceil(sum / pods) }
