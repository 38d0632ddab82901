--[[
  audit_append: puts audit events into the stream, as far as there is room.

  KEYS[1]  audit-events   stream, see docs/redis-schema.md
           reads its length, writes entries with the field event
  ARGV[1]  how many entries there may be, a whole number
  ARGV[2]  the first event, one JSON object; further ones follow, the oldest first

  Returns an array; its first element names the outcome.
    APPENDED count  all of them are in the stream
    FULL count      only the first so many are, perhaps none: there was no more room

  Clock: Redis's own, of which XADD makes the ids of entries.
]]

local key = KEYS[1]
local room = tonumber(ARGV[1]) - redis.call('XLEN', key)
local events = #ARGV - 1

local appended = 0
while appended < events and appended < room do
  redis.call('XADD', key, '*', 'event', ARGV[appended + 2])
  appended = appended + 1
end

if appended < events then
  return { 'FULL', appended }
end
return { 'APPENDED', appended }
