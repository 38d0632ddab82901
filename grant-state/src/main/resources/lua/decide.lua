--[[
  decide: record what the person said, once and for all.

  KEYS[1]  grant:{<GrantId>}   hash, see docs/redis-schema.md
           reads   state expires_at lifetime browser decision
           writes  state decision expires_at and every field of ARGV
  ARGV[1]  APPROVED or DENIED
  ARGV[2]  browser id; only the browser that opened the grant last may decide
  ARGV[3]  decision id: the same decision sent twice has the same id
  ARGV[4]  how long an approval leaves to fetch the tokens at least, in milliseconds
  ARGV[5]  channel decided:{<GrantId>}; the new state is published there
  ARGV[6..] field, value, ... what belongs to the decision (subject, granted scope, ...)

  Returns an array; its first element names the outcome.
    RECORDED          now, or by an earlier call with the same id
    ALREADY_APPROVED  final
    ALREADY_DENIED    final
    EXPIRED           past expires_at
    IN_USE            this browser is not the one that opened the grant last
    UNKNOWN           no such grant

  Clock: Redis's own, in milliseconds.
]]

local key, verdict, browser, id = KEYS[1], ARGV[1], ARGV[2], ARGV[3]
local fetch, channel = tonumber(ARGV[4]), ARGV[5]

local f = redis.call('HMGET', key, 'state', 'expires_at', 'lifetime', 'browser', 'decision')
local state, expires_at, lifetime = f[1], tonumber(f[2]), tonumber(f[3])
local holder, decision = f[4], f[5]

if not state then
  return { 'UNKNOWN' }
end
if decision == id and (verdict == 'APPROVED') == (state ~= 'DENIED') then
  return { 'RECORDED' }
end
if state == 'DENIED' then
  return { 'ALREADY_DENIED' }
end
if state ~= 'PENDING' then
  return { 'ALREADY_APPROVED' }
end

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
if now >= expires_at then
  return { 'EXPIRED' }
end
if holder ~= browser then
  return { 'IN_USE' }
end

if verdict == 'APPROVED' and expires_at < now + fetch then
  expires_at = now + fetch
  redis.call('PEXPIREAT', key, expires_at + lifetime)
end
redis.call('HSET', key,
  'state', verdict, 'decision', id, 'expires_at', expires_at, unpack(ARGV, 6))
redis.call('SPUBLISH', channel, verdict)
return { 'RECORDED' }
