--[[
  alarm: a state that all replicas share, that ends by itself, and whose beginning and end exactly
  one caller learns of.

  KEYS[1]  alarm:<name>   string, see docs/redis-schema.md
           reads and writes it, and its TTL
  ARGV[1]  RAISE or LOOK
  ARGV[2]  with RAISE: how long it rings from now, in milliseconds

  Returns an array; its first element names the outcome.
    RAISED               mode RAISE: it did not ring, and does now, whether anybody learned of its end
    RINGING milliseconds what is left
    STOPPED              mode LOOK: it has stopped since anybody looked
    SILENT               mode LOOK: it does not ring

  Clock: Redis's own, in milliseconds.
]]

-- For so long somebody may come and learn that it has stopped.
local REMEMBERED = 86400000

local key, mode = KEYS[1], ARGV[1]

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local ends_at = tonumber(redis.call('GET', key))

if mode == 'RAISE' then
  local lasts = tonumber(ARGV[2])
  redis.call('SET', key, now + lasts, 'PX', lasts + REMEMBERED)
  if ends_at and now < ends_at then
    return { 'RINGING', lasts }
  end
  return { 'RAISED' }
end

if not ends_at then
  return { 'SILENT' }
end
if now < ends_at then
  return { 'RINGING', ends_at - now }
end
redis.call('DEL', key)
return { 'STOPPED' }
