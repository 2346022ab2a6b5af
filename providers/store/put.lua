-- Write a document.
-- ARGV: name, value, ttl (ms; 0: for ever), the version it must have now (0: none; empty: any), token of the call
-- Returns 1, or 0 when the version is another one.
local name, value, ttl, expected, token = unpack(ARGV)
if expected == '' then
  write_document(name, value, ttl, '')
  return 1
end
local version, writer = unpack(redis.call('HMGET', tag .. 'k' .. name, 'n', 'w'))
if (version or '0') == expected then
  write_document(name, value, ttl, token)
  return 1
end
return writer == token and 1 or 0 -- ours: this call was made before, and its answer got lost
