-- Counts for a board of Meierboard, in the SQL of DuckDB: how many patients have each combination.
-- Each row is counted as one patient.
SELECT
  CASE WHEN t0 = FLOOR(t0) AND abs(t0) < 1E15 THEN CAST(CAST(t0 AS BIGINT) AS VARCHAR) ELSE CAST(t0 AS VARCHAR) END AS "Overall survival time",
  CASE WHEN t1 = FLOOR(t1) AND abs(t1) < 1E15 THEN CAST(CAST(t1 AS BIGINT) AS VARCHAR) ELSE CAST(t1 AS VARCHAR) END AS "PFS time",
  c0 AS "Overall survival event",
  c1 AS "Overall survival left out",
  c2 AS "PFS event",
  c3 AS "PFS left out",
  c4 AS "stage's",
  c5 AS "age",
  c6 AS """; DROP TABLE x; --",
  c7 AS "arm",
  n AS "patients"
FROM (
SELECT t0, t1, c0, c1, c2, c3, c4, c5, c6, c7, COUNT(*) AS n
FROM (
SELECT
  CASE WHEN e0_why IS NULL THEN e0_time END AS t0,
  CASE WHEN e1_why IS NULL THEN e1_time END AS t1,
  CASE WHEN e0_why IS NULL THEN CASE WHEN e0_cause = 0 THEN 'censored' WHEN e0_cause = 1 THEN 'event' WHEN e0_cause = 2 THEN 'competing: other death' END END AS c0,
  e0_why AS c1,
  CASE WHEN e1_why IS NULL THEN CASE WHEN e1_cause = 0 THEN 'censored' WHEN e1_cause = 1 THEN 'event' END END AS c2,
  e1_why AS c3,
  x7 AS c4,
  x8 AS c5,
  x9 AS c6,
  x6 AS c7
FROM (
SELECT
  *,
  CASE WHEN e1_start IS NULL THEN 'start date missing' WHEN e1_last IS NULL THEN 'data cut-off missing' WHEN e1_start > e1_last THEN 'starts after the data cut-off' WHEN (e1_first IS NULL OR e1_first > e1_last) AND NOT (e1_first IS NOT NULL AND (e1_first > e1_last AND d3 IS NULL)) AND d3 IS NULL AND (NOT (x3 IS NULL OR x3 IN ('', 'NA', '.', 'N/A', 'n/a', 'NaN', 'null', '#N/A', '''--', '[Not Available]', 'na', 'N.A.', '<NA>', 'nan', 'NULL', 'None', '-', '--', '?', 'Blank(s)', 'missing', 'Missing', 'Unknown', 'unknown', 'UNK', 'Not Available', 'Not Reported', 'not reported', '[Not Applicable]', '[Unknown]', '[Discrepancy]', '[Pending]', '[Null]')) AND d3 IS NULL) THEN 'date not readable' WHEN (e1_first IS NULL OR e1_first > e1_last) AND NOT (e1_first IS NOT NULL AND (e1_first > e1_last AND d3 IS NULL)) AND d3 IS NULL THEN 'last contact missing' WHEN e1_end < e1_start THEN 'end before start' END AS e1_why
FROM (
SELECT
  *,
  (CAST(e1_raw AS DOUBLE) / CAST(30.4375 AS DOUBLE)) AS e1_time
FROM (
SELECT
  *,
  e1_end - e1_start AS e1_raw
FROM (
SELECT
  *,
  CASE WHEN e1_first <= e1_last THEN e1_first WHEN e1_first IS NOT NULL AND (e1_first > e1_last AND d3 IS NULL) THEN e1_last ELSE CASE WHEN d3 < e1_last THEN d3 ELSE e1_last END END AS e1_end,
  CASE WHEN e1_first <= e1_last THEN e1_firstCause ELSE 0 END AS e1_cause
FROM (
SELECT
  *,
  CASE WHEN (d1 <= e1_died OR e1_died IS NULL) THEN d1 ELSE e1_died END AS e1_first,
  CASE WHEN (d1 <= e1_died OR e1_died IS NULL) THEN 1 ELSE e1_deathCause END AS e1_firstCause
FROM (
SELECT
  *,
  d0 AS e1_start,
  d4 AS e1_last,
  d2 AS e1_died,
  1 AS e1_deathCause
FROM (
SELECT
  *,
  CASE WHEN e0_start IS NULL THEN 'start date missing' WHEN e0_start > e0_last THEN 'starts after the data cut-off' WHEN e0_code = -1 THEN 'event value excluded by you' WHEN e0_code = -2 THEN 'event value not decided' WHEN e0_code = -3 AND d2 IS NULL THEN 'event missing' WHEN e0_code = 0 AND d2 <= e0_last THEN 'status and dates disagree' WHEN e0_code > 0 AND e0_died IS NULL THEN 'dead without a date of death' WHEN (e0_first IS NULL OR e0_first > e0_last) AND NOT (e0_first IS NOT NULL AND (e0_first > e0_last)) AND d3 IS NULL AND (NOT (x3 IS NULL OR x3 IN ('', 'NA', '.', 'N/A', 'n/a', 'NaN', 'null', '#N/A', '''--', '[Not Available]', 'na', 'N.A.', '<NA>', 'nan', 'NULL', 'None', '-', '--', '?', 'Blank(s)', 'missing', 'Missing', 'Unknown', 'unknown', 'UNK', 'Not Available', 'Not Reported', 'not reported', '[Not Applicable]', '[Unknown]', '[Discrepancy]', '[Pending]', '[Null]')) AND d3 IS NULL) THEN 'date not readable' WHEN (e0_first IS NULL OR e0_first > e0_last) AND NOT (e0_first IS NOT NULL AND (e0_first > e0_last)) AND d3 IS NULL THEN 'last contact missing' WHEN e0_end < e0_start THEN 'end before start' END AS e0_why
FROM (
SELECT
  *,
  (CAST(e0_raw AS DOUBLE) / CAST(30.4375 AS DOUBLE)) AS e0_time
FROM (
SELECT
  *,
  e0_end - e0_start AS e0_raw
FROM (
SELECT
  *,
  CASE WHEN e0_first <= e0_last THEN e0_first WHEN e0_first IS NOT NULL AND (e0_first > e0_last) THEN e0_last ELSE CASE WHEN d3 < e0_last THEN d3 ELSE e0_last END END AS e0_end,
  CASE WHEN e0_first <= e0_last THEN e0_firstCause ELSE 0 END AS e0_cause
FROM (
SELECT
  *,
  CASE WHEN 1 = 0 THEN NULL ELSE e0_died END AS e0_first,
  CASE WHEN 1 = 0 THEN 1 ELSE e0_deathCause END AS e0_firstCause
FROM (
SELECT
  *,
  d0 AS e0_start,
  9999999 AS e0_last,
  d2 AS e0_died,
  CASE WHEN e0_code > 1 THEN e0_code ELSE 1 END AS e0_deathCause
FROM (
SELECT
  *,
  CASE WHEN (x5 IS NULL OR x5 IN ('', 'NA', '.', 'N/A', 'n/a', 'NaN', 'null', '#N/A', '''--', '[Not Available]')) THEN -3 WHEN x5 = 'alive' THEN 0 WHEN x5 = 'dead' THEN 1 WHEN x5 = 'lost' THEN 0 WHEN x5 = 'died of other' THEN 2 WHEN x5 = 'Unknown' THEN -1 WHEN x5 = 'it''s odd' THEN -1 WHEN x5 = 'unclear' THEN -1 ELSE -2 END AS e0_code
FROM (
SELECT
  *,
  CASE WHEN y3 >= 1 AND m3 BETWEEN 1 AND 12 AND k3 BETWEEN 1 AND CASE WHEN m3 IN (4, 6, 9, 11) THEN 30 WHEN m3 <> 2 THEN 31 WHEN (MOD(y3, 4) = 0 AND (NOT MOD(y3, 100) = 0 OR MOD(y3, 400) = 0)) THEN 29 ELSE 28 END THEN 365 * (CASE WHEN m3 <= 2 THEN y3 - 1 ELSE y3 END) + ((CASE WHEN m3 <= 2 THEN y3 - 1 ELSE y3 END) // (4)) - ((CASE WHEN m3 <= 2 THEN y3 - 1 ELSE y3 END) // (100)) + ((CASE WHEN m3 <= 2 THEN y3 - 1 ELSE y3 END) // (400)) + ((153 * MOD(m3 + 9, 12) + 2) // (5)) + k3 - 719469 END AS d3
FROM (
SELECT
  *,
  CASE WHEN regexp_matches(x3, '^[0-9]{4}(-[0-9]{1,2}-|/[0-9]{1,2}/|[.][0-9]{1,2}[.])[0-9]{1,2}([T ]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)? ?[APMapmUTCZ]*([-+][0-9:]+)?)?$') THEN CAST(regexp_extract(x3, '^([0-9]{4})', 1) AS BIGINT) WHEN regexp_matches(x3, '^[0-9]{1,2}(-[0-9]{1,2}-|/[0-9]{1,2}/|[.][0-9]{1,2}[.])[0-9]{4}([T ]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)? ?[APMapmUTCZ]*([-+][0-9:]+)?)?$') THEN CAST(regexp_extract(x3, '^[0-9]{1,2}[-/.][0-9]{1,2}[-/.]([0-9]{4})', 1) AS BIGINT) END AS y3,
  CASE WHEN regexp_matches(x3, '^[0-9]{4}(-[0-9]{1,2}-|/[0-9]{1,2}/|[.][0-9]{1,2}[.])[0-9]{1,2}([T ]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)? ?[APMapmUTCZ]*([-+][0-9:]+)?)?$') THEN CAST(regexp_extract(x3, '^[0-9]{4}[-/.]([0-9]{1,2})', 1) AS BIGINT) WHEN regexp_matches(x3, '^[0-9]{1,2}(-[0-9]{1,2}-|/[0-9]{1,2}/|[.][0-9]{1,2}[.])[0-9]{4}([T ]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)? ?[APMapmUTCZ]*([-+][0-9:]+)?)?$') THEN CAST(regexp_extract(x3, '^[0-9]{1,2}[-/.]([0-9]{1,2})', 1) AS BIGINT) END AS m3,
  CASE WHEN regexp_matches(x3, '^[0-9]{4}(-[0-9]{1,2}-|/[0-9]{1,2}/|[.][0-9]{1,2}[.])[0-9]{1,2}([T ]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)? ?[APMapmUTCZ]*([-+][0-9:]+)?)?$') THEN CAST(regexp_extract(x3, '^[0-9]{4}[-/.][0-9]{1,2}[-/.]([0-9]{1,2})', 1) AS BIGINT) WHEN regexp_matches(x3, '^[0-9]{1,2}(-[0-9]{1,2}-|/[0-9]{1,2}/|[.][0-9]{1,2}[.])[0-9]{4}([T ]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)? ?[APMapmUTCZ]*([-+][0-9:]+)?)?$') THEN CAST(regexp_extract(x3, '^([0-9]{1,2})[-/.]', 1) AS BIGINT) END AS k3
FROM (
SELECT
  CAST(CAST("start" AS DATE) AS VARCHAR) AS x0,
  datediff('day', DATE '1970-01-01', CAST("start" AS DATE)) AS d0,
  CAST(CAST("progression" AS DATE) AS VARCHAR) AS x1,
  datediff('day', DATE '1970-01-01', CAST("progression" AS DATE)) AS d1,
  CAST(CAST("death" AS DATE) AS VARCHAR) AS x2,
  datediff('day', DATE '1970-01-01', CAST("death" AS DATE)) AS d2,
  trim("last seen", '	  ﻿
                　') AS x3,
  CAST(CAST("cut-off" AS DATE) AS VARCHAR) AS x4,
  datediff('day', DATE '1970-01-01', CAST("cut-off" AS DATE)) AS d4,
  trim("status", '	  ﻿
                　') AS x5,
  trim("arm", '	  ﻿
                　') AS x6,
  trim("stage's", '	  ﻿
                　') AS x7,
  CAST("age" AS VARCHAR) AS x8,
  trim("""; DROP TABLE x; --", '	  ﻿
                　') AS x9
FROM "clinic"."my ""table"""
) l
) l
) l
) l
) l
) l
) l
) l
) l
) l
) l
) l
) l
) l
) l
) l
) cells
GROUP BY t0, t1, c0, c1, c2, c3, c4, c5, c6, c7
) counted

-- Counts for a board of Meierboard, in the SQL of DuckDB: how many patients have each combination.
-- Each row is counted as one patient.
-- Times are in whole months: each is raised to the end of its own.
-- “age” is lowered to multiples of 15.
-- Cells of fewer than 11 patients are merged at the end of 12 months; those that stay smaller are left out with that as their reason; if all of these are fewer than 11, their number is left blank.
SELECT
  CASE WHEN o0 = FLOOR(o0) AND abs(o0) < 1E15 THEN CAST(CAST(o0 AS BIGINT) AS VARCHAR) ELSE CAST(o0 AS VARCHAR) END AS "Overall survival time",
  CASE WHEN o1 = FLOOR(o1) AND abs(o1) < 1E15 THEN CAST(CAST(o1 AS BIGINT) AS VARCHAR) ELSE CAST(o1 AS VARCHAR) END AS "PFS time",
  q0 AS "Overall survival event",
  q1 AS "Overall survival left out",
  q2 AS "PFS event",
  q3 AS "PFS left out",
  q4 AS "stage's",
  q5 AS "age",
  q6 AS """; DROP TABLE x; --",
  q7 AS "arm",
  merged AS "time merged",
  CASE WHEN n >= 11 THEN n END AS "patients"
FROM (
SELECT o0, o1, q0, q1, q2, q3, q4, q5, q6, q7, merged, SUM(n) AS n
FROM (
SELECT
  CASE WHEN n >= 11 THEN t0 WHEN few >= 11 THEN s0 END AS o0,
  CASE WHEN n >= 11 THEN t1 WHEN few >= 11 THEN s1 END AS o1,
  CASE WHEN (n >= 11 OR few >= 11) THEN c0 ELSE NULL END AS q0,
  CASE WHEN (n >= 11 OR few >= 11) THEN c1 ELSE 'in a cell of too few patients' END AS q1,
  CASE WHEN (n >= 11 OR few >= 11) THEN c2 ELSE NULL END AS q2,
  CASE WHEN (n >= 11 OR few >= 11) THEN c3 ELSE 'in a cell of too few patients' END AS q3,
  CASE WHEN (n >= 11 OR few >= 11) THEN c4 ELSE NULL END AS q4,
  CASE WHEN (n >= 11 OR few >= 11) THEN c5 ELSE NULL END AS q5,
  CASE WHEN (n >= 11 OR few >= 11) THEN c6 ELSE NULL END AS q6,
  CASE WHEN (n >= 11 OR few >= 11) THEN c7 ELSE NULL END AS q7,
  CASE WHEN n < 11 AND few >= 11 THEN 'to 12 months' END AS merged,
  n
FROM (
SELECT *, SUM(CASE WHEN n < 11 THEN n ELSE 0 END) OVER (PARTITION BY s0, s1, c0, c1, c2, c3, c4, c5, c6, c7) AS few
FROM (
SELECT t0, t1, s0, s1, c0, c1, c2, c3, c4, c5, c6, c7, COUNT(*) AS n
FROM (
SELECT CASE WHEN e0_why IS NULL THEN CEIL(e0_time / CAST(1 AS DOUBLE) - CAST(0.000000001 AS DOUBLE)) * CAST(1 AS DOUBLE) END AS t0,
  CASE WHEN e1_why IS NULL THEN CEIL(e1_time / CAST(1 AS DOUBLE) - CAST(0.000000001 AS DOUBLE)) * CAST(1 AS DOUBLE) END AS t1,
  CASE WHEN e0_why IS NULL THEN CEIL(e0_time / CAST(12 AS DOUBLE) - CAST(0.000000001 AS DOUBLE)) * CAST(12 AS DOUBLE) END AS s0,
  CASE WHEN e1_why IS NULL THEN CEIL(e1_time / CAST(12 AS DOUBLE) - CAST(0.000000001 AS DOUBLE)) * CAST(12 AS DOUBLE) END AS s1,
  CASE WHEN e0_why IS NULL THEN CASE WHEN e0_cause = 0 THEN 'censored' WHEN e0_cause = 1 THEN 'event' WHEN e0_cause = 2 THEN 'competing: other death' END END AS c0,
  e0_why AS c1,
  CASE WHEN e1_why IS NULL THEN CASE WHEN e1_cause = 0 THEN 'censored' WHEN e1_cause = 1 THEN 'event' END END AS c2,
  e1_why AS c3,
  x7 AS c4,
  CASE WHEN (CAST(x8 AS DOUBLE)) IS NULL THEN x8 ELSE CASE WHEN (FLOOR((CAST(x8 AS DOUBLE)) / CAST(15 AS DOUBLE)) * CAST(15 AS DOUBLE)) = FLOOR((FLOOR((CAST(x8 AS DOUBLE)) / CAST(15 AS DOUBLE)) * CAST(15 AS DOUBLE))) AND abs((FLOOR((CAST(x8 AS DOUBLE)) / CAST(15 AS DOUBLE)) * CAST(15 AS DOUBLE))) < 1E15 THEN CAST(CAST((FLOOR((CAST(x8 AS DOUBLE)) / CAST(15 AS DOUBLE)) * CAST(15 AS DOUBLE)) AS BIGINT) AS VARCHAR) ELSE CAST((FLOOR((CAST(x8 AS DOUBLE)) / CAST(15 AS DOUBLE)) * CAST(15 AS DOUBLE)) AS VARCHAR) END END AS c5,
  x9 AS c6,
  x6 AS c7
FROM (
SELECT
  *,
  CASE WHEN e1_start IS NULL THEN 'start date missing' WHEN e1_last IS NULL THEN 'data cut-off missing' WHEN e1_start > e1_last THEN 'starts after the data cut-off' WHEN (e1_first IS NULL OR e1_first > e1_last) AND NOT (e1_first IS NOT NULL AND (e1_first > e1_last AND d3 IS NULL)) AND d3 IS NULL AND (NOT (x3 IS NULL OR x3 IN ('', 'NA', '.', 'N/A', 'n/a', 'NaN', 'null', '#N/A', '''--', '[Not Available]', 'na', 'N.A.', '<NA>', 'nan', 'NULL', 'None', '-', '--', '?', 'Blank(s)', 'missing', 'Missing', 'Unknown', 'unknown', 'UNK', 'Not Available', 'Not Reported', 'not reported', '[Not Applicable]', '[Unknown]', '[Discrepancy]', '[Pending]', '[Null]')) AND d3 IS NULL) THEN 'date not readable' WHEN (e1_first IS NULL OR e1_first > e1_last) AND NOT (e1_first IS NOT NULL AND (e1_first > e1_last AND d3 IS NULL)) AND d3 IS NULL THEN 'last contact missing' WHEN e1_end < e1_start THEN 'end before start' END AS e1_why
FROM (
SELECT
  *,
  (CAST(e1_raw AS DOUBLE) / CAST(30.4375 AS DOUBLE)) AS e1_time
FROM (
SELECT
  *,
  e1_end - e1_start AS e1_raw
FROM (
SELECT
  *,
  CASE WHEN e1_first <= e1_last THEN e1_first WHEN e1_first IS NOT NULL AND (e1_first > e1_last AND d3 IS NULL) THEN e1_last ELSE CASE WHEN d3 < e1_last THEN d3 ELSE e1_last END END AS e1_end,
  CASE WHEN e1_first <= e1_last THEN e1_firstCause ELSE 0 END AS e1_cause
FROM (
SELECT
  *,
  CASE WHEN (d1 <= e1_died OR e1_died IS NULL) THEN d1 ELSE e1_died END AS e1_first,
  CASE WHEN (d1 <= e1_died OR e1_died IS NULL) THEN 1 ELSE e1_deathCause END AS e1_firstCause
FROM (
SELECT
  *,
  d0 AS e1_start,
  d4 AS e1_last,
  d2 AS e1_died,
  1 AS e1_deathCause
FROM (
SELECT
  *,
  CASE WHEN e0_start IS NULL THEN 'start date missing' WHEN e0_start > e0_last THEN 'starts after the data cut-off' WHEN e0_code = -1 THEN 'event value excluded by you' WHEN e0_code = -2 THEN 'event value not decided' WHEN e0_code = -3 AND d2 IS NULL THEN 'event missing' WHEN e0_code = 0 AND d2 <= e0_last THEN 'status and dates disagree' WHEN e0_code > 0 AND e0_died IS NULL THEN 'dead without a date of death' WHEN (e0_first IS NULL OR e0_first > e0_last) AND NOT (e0_first IS NOT NULL AND (e0_first > e0_last)) AND d3 IS NULL AND (NOT (x3 IS NULL OR x3 IN ('', 'NA', '.', 'N/A', 'n/a', 'NaN', 'null', '#N/A', '''--', '[Not Available]', 'na', 'N.A.', '<NA>', 'nan', 'NULL', 'None', '-', '--', '?', 'Blank(s)', 'missing', 'Missing', 'Unknown', 'unknown', 'UNK', 'Not Available', 'Not Reported', 'not reported', '[Not Applicable]', '[Unknown]', '[Discrepancy]', '[Pending]', '[Null]')) AND d3 IS NULL) THEN 'date not readable' WHEN (e0_first IS NULL OR e0_first > e0_last) AND NOT (e0_first IS NOT NULL AND (e0_first > e0_last)) AND d3 IS NULL THEN 'last contact missing' WHEN e0_end < e0_start THEN 'end before start' END AS e0_why
FROM (
SELECT
  *,
  (CAST(e0_raw AS DOUBLE) / CAST(30.4375 AS DOUBLE)) AS e0_time
FROM (
SELECT
  *,
  e0_end - e0_start AS e0_raw
FROM (
SELECT
  *,
  CASE WHEN e0_first <= e0_last THEN e0_first WHEN e0_first IS NOT NULL AND (e0_first > e0_last) THEN e0_last ELSE CASE WHEN d3 < e0_last THEN d3 ELSE e0_last END END AS e0_end,
  CASE WHEN e0_first <= e0_last THEN e0_firstCause ELSE 0 END AS e0_cause
FROM (
SELECT
  *,
  CASE WHEN 1 = 0 THEN NULL ELSE e0_died END AS e0_first,
  CASE WHEN 1 = 0 THEN 1 ELSE e0_deathCause END AS e0_firstCause
FROM (
SELECT
  *,
  d0 AS e0_start,
  9999999 AS e0_last,
  d2 AS e0_died,
  CASE WHEN e0_code > 1 THEN e0_code ELSE 1 END AS e0_deathCause
FROM (
SELECT
  *,
  CASE WHEN (x5 IS NULL OR x5 IN ('', 'NA', '.', 'N/A', 'n/a', 'NaN', 'null', '#N/A', '''--', '[Not Available]')) THEN -3 WHEN x5 = 'alive' THEN 0 WHEN x5 = 'dead' THEN 1 WHEN x5 = 'lost' THEN 0 WHEN x5 = 'died of other' THEN 2 WHEN x5 = 'Unknown' THEN -1 WHEN x5 = 'it''s odd' THEN -1 WHEN x5 = 'unclear' THEN -1 ELSE -2 END AS e0_code
FROM (
SELECT
  *,
  CASE WHEN y3 >= 1 AND m3 BETWEEN 1 AND 12 AND k3 BETWEEN 1 AND CASE WHEN m3 IN (4, 6, 9, 11) THEN 30 WHEN m3 <> 2 THEN 31 WHEN (MOD(y3, 4) = 0 AND (NOT MOD(y3, 100) = 0 OR MOD(y3, 400) = 0)) THEN 29 ELSE 28 END THEN 365 * (CASE WHEN m3 <= 2 THEN y3 - 1 ELSE y3 END) + ((CASE WHEN m3 <= 2 THEN y3 - 1 ELSE y3 END) // (4)) - ((CASE WHEN m3 <= 2 THEN y3 - 1 ELSE y3 END) // (100)) + ((CASE WHEN m3 <= 2 THEN y3 - 1 ELSE y3 END) // (400)) + ((153 * MOD(m3 + 9, 12) + 2) // (5)) + k3 - 719469 END AS d3
FROM (
SELECT
  *,
  CASE WHEN regexp_matches(x3, '^[0-9]{4}(-[0-9]{1,2}-|/[0-9]{1,2}/|[.][0-9]{1,2}[.])[0-9]{1,2}([T ]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)? ?[APMapmUTCZ]*([-+][0-9:]+)?)?$') THEN CAST(regexp_extract(x3, '^([0-9]{4})', 1) AS BIGINT) WHEN regexp_matches(x3, '^[0-9]{1,2}(-[0-9]{1,2}-|/[0-9]{1,2}/|[.][0-9]{1,2}[.])[0-9]{4}([T ]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)? ?[APMapmUTCZ]*([-+][0-9:]+)?)?$') THEN CAST(regexp_extract(x3, '^[0-9]{1,2}[-/.][0-9]{1,2}[-/.]([0-9]{4})', 1) AS BIGINT) END AS y3,
  CASE WHEN regexp_matches(x3, '^[0-9]{4}(-[0-9]{1,2}-|/[0-9]{1,2}/|[.][0-9]{1,2}[.])[0-9]{1,2}([T ]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)? ?[APMapmUTCZ]*([-+][0-9:]+)?)?$') THEN CAST(regexp_extract(x3, '^[0-9]{4}[-/.]([0-9]{1,2})', 1) AS BIGINT) WHEN regexp_matches(x3, '^[0-9]{1,2}(-[0-9]{1,2}-|/[0-9]{1,2}/|[.][0-9]{1,2}[.])[0-9]{4}([T ]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)? ?[APMapmUTCZ]*([-+][0-9:]+)?)?$') THEN CAST(regexp_extract(x3, '^[0-9]{1,2}[-/.]([0-9]{1,2})', 1) AS BIGINT) END AS m3,
  CASE WHEN regexp_matches(x3, '^[0-9]{4}(-[0-9]{1,2}-|/[0-9]{1,2}/|[.][0-9]{1,2}[.])[0-9]{1,2}([T ]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)? ?[APMapmUTCZ]*([-+][0-9:]+)?)?$') THEN CAST(regexp_extract(x3, '^[0-9]{4}[-/.][0-9]{1,2}[-/.]([0-9]{1,2})', 1) AS BIGINT) WHEN regexp_matches(x3, '^[0-9]{1,2}(-[0-9]{1,2}-|/[0-9]{1,2}/|[.][0-9]{1,2}[.])[0-9]{4}([T ]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)? ?[APMapmUTCZ]*([-+][0-9:]+)?)?$') THEN CAST(regexp_extract(x3, '^([0-9]{1,2})[-/.]', 1) AS BIGINT) END AS k3
FROM (
SELECT
  CAST(CAST("start" AS DATE) AS VARCHAR) AS x0,
  datediff('day', DATE '1970-01-01', CAST("start" AS DATE)) AS d0,
  CAST(CAST("progression" AS DATE) AS VARCHAR) AS x1,
  datediff('day', DATE '1970-01-01', CAST("progression" AS DATE)) AS d1,
  CAST(CAST("death" AS DATE) AS VARCHAR) AS x2,
  datediff('day', DATE '1970-01-01', CAST("death" AS DATE)) AS d2,
  trim("last seen", '	  ﻿
                　') AS x3,
  CAST(CAST("cut-off" AS DATE) AS VARCHAR) AS x4,
  datediff('day', DATE '1970-01-01', CAST("cut-off" AS DATE)) AS d4,
  trim("status", '	  ﻿
                　') AS x5,
  trim("arm", '	  ﻿
                　') AS x6,
  trim("stage's", '	  ﻿
                　') AS x7,
  CAST("age" AS VARCHAR) AS x8,
  trim("""; DROP TABLE x; --", '	  ﻿
                　') AS x9
FROM "clinic"."my ""table"""
) l
) l
) l
) l
) l
) l
) l
) l
) l
) l
) l
) l
) l
) l
) l
) l
) cells
GROUP BY t0, t1, s0, s1, c0, c1, c2, c3, c4, c5, c6, c7
) counted
) judged
) merged
GROUP BY o0, o1, q0, q1, q2, q3, q4, q5, q6, q7, merged
) counted
