--[[
  audit_read: hands out the next audit events to one consumer.

  In this order: what it was given before and is not done with, because it failed or its answer was
  lost; what another consumer was given too long ago; what nobody was given. An entry is with one
  consumer at a time, and comes again until audit_done.

  KEYS[1]  audit-events   stream, see docs/redis-schema.md
           reads entries; reads and writes the group registry, and makes it if it is not there
  ARGV[1]  the consumer
  ARGV[2]  how many at most
  ARGV[3]  for how long another consumer may have an entry, in milliseconds

  Returns an array; its first element names the outcome.
    ENTRIES list  id, event, id, event and so on, oldest first; an empty event if the entry is gone

  Clock: Redis's own.
]]

local GROUP = 'registry'

-- A consumer that has nothing and has asked for nothing for so long is gone for good.
local FORGOTTEN = 3600000

local key, consumer, most, abandoned = KEYS[1], ARGV[1], ARGV[2], ARGV[3]

local list = {}

local function event(fields)
  for i = 1, fields and #fields or 0, 2 do
    if fields[i] == 'event' then
      return fields[i + 1]
    end
  end
  return ''
end

local function take(entries)
  for _, entry in ipairs(entries) do
    list[#list + 1] = entry[1]
    list[#list + 1] = event(entry[2])
  end
end

local function takeOf(streams)
  if streams then
    take(streams[1][2])
  end
end

local function forgetConsumers()
  for _, info in ipairs(redis.call('XINFO', 'CONSUMERS', key, GROUP)) do
    local of = {}
    for i = 1, #info, 2 do
      of[info[i]] = info[i + 1]
    end
    if of.pending == 0 and of.idle > FORGOTTEN then
      redis.call('XGROUP', 'DELCONSUMER', key, GROUP, of.name)
    end
  end
end

local own = redis.pcall('XREADGROUP', 'GROUP', GROUP, consumer, 'COUNT', most, 'STREAMS', key, '0')
if own and own.err then
  if not own.err:find('NOGROUP', 1, true) then
    return own
  end
  -- From the start: what a lost group had handed out is handed out again.
  redis.call('XGROUP', 'CREATE', key, GROUP, '0', 'MKSTREAM')
  own = nil
end
takeOf(own)

if #list == 0 then
  take(redis.call('XAUTOCLAIM', key, GROUP, consumer, abandoned, '0-0', 'COUNT', most)[2])
end
if #list == 0 then
  takeOf(redis.call('XREADGROUP', 'GROUP', GROUP, consumer, 'COUNT', most, 'STREAMS', key, '>'))
end
if #list == 0 then
  forgetConsumers()
end

return { 'ENTRIES', list }
