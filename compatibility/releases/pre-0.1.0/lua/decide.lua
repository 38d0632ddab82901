--[[
  decide: record what the person said, once and for all. Where the client wants the person to bring a
  number to the device (field confirmation), an approval waits for that, and its browser may take it
  back until then.

  KEYS[1]  grant:{<GrantId>}   hash, see docs/redis-schema.md
           reads   state expires_at browser decision confirmation
           writes  state decision expires_at lifetime and every field of ARGV; number, on entering
                   CONFIRMING
  ARGV[1]  APPROVED or DENIED
  ARGV[2]  browser id; only the browser that opened the grant last may decide
  ARGV[3]  decision id: the same decision sent twice has the same id
  ARGV[4]  how long an approval leaves to fetch the tokens at least, in milliseconds
  ARGV[5]  the same where the person has to enter the number before
  ARGV[6]  channel decided:{<GrantId>}; the new state is published there
  ARGV[7]  a new confirmation number, or '' with a denial; the first approval's number stays
  ARGV[8..] field, value, ... what belongs to the decision (subject, granted scope, ...)

  Returns an array; its first element names the outcome.
    RECORDED          now, or by an earlier call with the same id
    ALREADY_APPROVED  final, but for the browser whose approval still waits for its number
    ALREADY_DENIED    final
    EXPIRED           past expires_at
    IN_USE            this browser is not the one that opened the grant last
    UNKNOWN           no such grant

  Clock: Redis's own, in milliseconds.
]]

local key, verdict, browser, id = KEYS[1], ARGV[1], ARGV[2], ARGV[3]
local fetch, confirm = tonumber(ARGV[4]), tonumber(ARGV[5])
local channel, number = ARGV[6], ARGV[7]

local f = redis.call('HMGET', key,
  'state', 'expires_at', 'browser', 'decision', 'confirmation')
local state, expires_at = f[1], tonumber(f[2])
local holder, decision, confirmation = f[3], f[4], f[5]

if not state then
  return { 'UNKNOWN' }
end
if decision == id and (verdict == 'APPROVED') == (state ~= 'DENIED') then
  return { 'RECORDED' }
end
if state == 'DENIED' then
  return { 'ALREADY_DENIED' }
end
-- Nobody can open it any more, so the holder is the browser that approved.
local takes_back = state == 'CONFIRMING' and verdict == 'DENIED' and holder == browser
if state ~= 'PENDING' and not takes_back then
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

state = verdict
if verdict == 'APPROVED' then
  if confirmation == 'number' then
    state = 'CONFIRMING'
    fetch = confirm
    redis.call('HSET', key, 'number', number)
  end
  if expires_at < now + fetch then
    local more = now + fetch - expires_at
    expires_at = expires_at + more
    redis.call('PEXPIREAT', key, expires_at + redis.call('HINCRBY', key, 'lifetime', more))
  end
end
redis.call('HSET', key,
  'state', state, 'decision', id, 'expires_at', expires_at, unpack(ARGV, 8))
redis.call('SPUBLISH', channel, state)
return { 'RECORDED' }
