-- For wrk: pages and searches in turn, and how many answers failed or were of no release or of two.
local paths = {"/", "/szukaj?q=psy&format=json", "/wiadomosci/psy/", "/szukaj?q=psy"}
local threads = {}
local asked = 0
wrong = 0 -- global, so that `done` can ask a thread for it

function setup(thread)
  table.insert(threads, thread)
end

function request()
  asked = asked + 1
  return wrk.format("GET", paths[asked % #paths + 1])
end

function response(status, _, body)
  local first, second = body:find("pierwsze", 1, true), body:find("drugie", 1, true)
  if status ~= 200 or (first == nil) == (second == nil) then
    wrong = wrong + 1
  end
end

function done(summary)
  local errors, sum = summary.errors, 0
  for _, thread in ipairs(threads) do
    sum = sum + thread:get("wrong")
  end
  io.write(string.format("answers %d wrong %d broken %d\n", summary.requests, sum,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
