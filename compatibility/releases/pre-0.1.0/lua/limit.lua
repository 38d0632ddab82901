--[[
  limit: count in a window that slides, in one key; who has several limits runs it once for each.

  The window is counted in twelfths. What happened in the current twelfth and in the twelve before
  it counts, so that no stretch of time as long as the window ever holds more than the limit.

  KEYS[1]  limit:<name>:<digest of the subject>   hash, see docs/redis-schema.md
           reads   every field
           writes  every field, and the key's TTL
  ARGV[1]  TAKE       count one, if the limit allows it
           GIVE_BACK  take one back that was counted in the slice of ARGV[4]
           COUNT      count as many as ARGV[4] says, which may be none, whatever the limit
  ARGV[2]  how many the limit allows
  ARGV[3]  window in milliseconds
  ARGV[4]  see above; not with TAKE

  Returns an array; its first element names the outcome.
    ALLOWED remaining slice     counted; slice says where, for GIVE_BACK
    LIMITED milliseconds first  nothing counted; until one is free, and 1 if nobody was told so since
    GIVEN_BACK                  or it is so long ago that it did not count any more
    COUNTED total               how many there are now

  Clock: Redis's own, in milliseconds.
]]

local SLICES = 12

local key, mode, most = KEYS[1], ARGV[1], tonumber(ARGV[2])
local length = math.ceil(tonumber(ARGV[3]) / SLICES)

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local current = math.floor(now / length)

-- Slices of another length are of another setting, and cannot be compared.
local known = tonumber(redis.call('HGET', key, 'length'))
if known and known ~= length then
  redis.call('DEL', key)
end

local used, slices, told = 0, {}, 0
local fields = redis.call('HGETALL', key)
for i = 1, #fields, 2 do
  local slice, value = tonumber(fields[i]), tonumber(fields[i + 1])
  if fields[i] == 'told' then
    told = value
  elseif slice and slice < current - SLICES then
    redis.call('HDEL', key, fields[i])
  elseif slice then
    used = used + value
    slices[#slices + 1] = { at = slice, count = value }
  end
end

local function add(slice, count)
  redis.call('HSET', key, 'length', length)
  redis.call('HINCRBY', key, slice, count)
  redis.call('PEXPIRE', key, (SLICES + 2) * length)
end

if mode == 'GIVE_BACK' then
  for _, slice in ipairs(slices) do
    if slice.at == tonumber(ARGV[4]) and slice.count > 0 then
      redis.call('HINCRBY', key, slice.at, -1)
    end
  end
  return { 'GIVEN_BACK' }
end

if mode == 'COUNT' then
  local count = tonumber(ARGV[4])
  if count > 0 then
    add(current, count)
  end
  return { 'COUNTED', used + count }
end

if used < most then
  add(current, 1)
  return { 'ALLOWED', most - used - 1, current }
end

-- The oldest slices leave the window first.
table.sort(slices, function(a, b) return a.at < b.at end)
local free_at = now
for _, slice in ipairs(slices) do
  used = used - slice.count
  if used < most then
    free_at = (slice.at + SLICES + 1) * length
    break
  end
end
local first = now >= told and 1 or 0
if first == 1 then
  redis.call('HSET', key, 'told', free_at)
end
return { 'LIMITED', free_at - now, first }
