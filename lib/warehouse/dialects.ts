/** What engines write differently, as data: `$1`, `$2` … are SQL expressions, patterns are literals made by `text`. */
export interface Dialect {
  label: string;
  /** How a mark within a name or a text is kept from ending it. */
  name: { mark: '"' | "`"; escape: "doubled" | "backslash" };
  text: "doubled" | "backslash";
  /** Without these characters at both ends ($2 is a literal of them). */
  trim: string;
  /** Whether a text matches a pattern somewhere. */
  matches: string;
  /** The part of a text that the one group of a pattern matches. */
  part: string;
  /** A text that is a number, as a double; a text of digits as an integer. */
  double: string;
  integer: string;
  /** A number as a double, and as a whole one. */
  asDouble: string;
  whole: string;
  /** A column of numbers, of booleans or of days as a text: shortest that gives the number again; days as 2021-03-28. */
  asText: string;
  isoDay: string;
  /** Whole numbers of at least 0, the quotient without its rest. */
  quotient: string;
  /** The rest. */
  rest: string;
  /** What keeps a subquery from being written into the one around it, where each use would compute it anew. */
  fence?: string;
  /** A date or a moment as days since 1970-01-01. */
  day: string;
  /** For an engine without window functions: its own way of giving each row a sum of its group. */
  sums?: "byArrays";
  /** A comparison, false where a side of it is NULL: for an engine in which “true OR NULL” is NULL. */
  holds?: string;
}

const standard = {
  name: { mark: '"', escape: "doubled" },
  text: "doubled",
  double: "CAST($1 AS DOUBLE)",
  integer: "CAST($1 AS BIGINT)",
  asDouble: "CAST($1 AS DOUBLE)",
  whole: "CAST($1 AS BIGINT)",
  rest: "MOD($1, $2)",
  asText: "CAST($1 AS VARCHAR)",
  isoDay: "CAST(CAST($1 AS DATE) AS VARCHAR)",
} as const;

export const dialects = {
  duckdb: {
    ...standard,
    label: "DuckDB",
    trim: "trim($1, $2)",
    matches: "regexp_matches($1, $2)",
    part: "regexp_extract($1, $2, 1)",
    quotient: "(($1) // ($2))",
    day: "datediff('day', DATE '1970-01-01', CAST($1 AS DATE))",
  },
  postgres: {
    ...standard,
    label: "PostgreSQL",
    trim: "btrim($1, $2)",
    matches: "($1 ~ $2)",
    part: "substring($1 from $2)",
    double: "CAST($1 AS double precision)",
    asDouble: "CAST($1 AS double precision)",
    asText: "CAST($1 AS text)",
    isoDay: "to_char(CAST($1 AS date), 'YYYY-MM-DD')",
    quotient: "(($1) / ($2))",
    fence: "OFFSET 0",
    day: "(CAST($1 AS date) - DATE '1970-01-01')",
  },
  clickhouse: {
    label: "ClickHouse",
    name: { mark: "`", escape: "backslash" },
    text: "backslash",
    // Functions that are there in old versions, too.
    trim: "replaceRegexpAll($1, concat('^[', $2, ']+|[', $2, ']+$'), '')",
    matches: "match($1, $2)",
    part: "extract($1, $2)",
    double: "toFloat64OrNull($1)",
    integer: "toInt64OrNull($1)",
    asDouble: "toFloat64($1)",
    whole: "toInt64($1)",
    rest: "modulo($1, $2)",
    asText: "toString($1)",
    isoDay: "substring(toString($1), 1, 10)",
    quotient: "intDiv($1, $2)",
    day: "dateDiff('day', toDate('1970-01-01'), $1)",
    holds: "ifNull($1, 0)",
    sums: "byArrays",
  },
  trino: {
    ...standard,
    label: "Trino, Presto, Athena",
    trim: "regexp_replace($1, '^[' || $2 || ']+|[' || $2 || ']+$', '')",
    matches: "regexp_like($1, $2)",
    part: "regexp_extract($1, $2, 1)",
    quotient: "(($1) / ($2))",
    day: "date_diff('day', DATE '1970-01-01', CAST($1 AS DATE))",
  },
  spark: {
    label: "Spark, Databricks",
    name: { mark: "`", escape: "doubled" },
    text: "backslash",
    trim: "trim(BOTH $2 FROM $1)",
    matches: "($1 RLIKE $2)",
    part: "regexp_extract($1, $2, 1)",
    double: "CAST($1 AS DOUBLE)",
    integer: "CAST($1 AS BIGINT)",
    asDouble: "CAST($1 AS DOUBLE)",
    whole: "CAST($1 AS BIGINT)",
    rest: "MOD($1, $2)",
    asText: "CAST($1 AS STRING)",
    isoDay: "date_format(CAST($1 AS DATE), 'yyyy-MM-dd')",
    quotient: "(($1) div ($2))",
    day: "datediff(CAST($1 AS DATE), DATE '1970-01-01')",
  },
  bigquery: {
    label: "BigQuery",
    name: { mark: "`", escape: "backslash" },
    text: "backslash",
    trim: "TRIM($1, $2)",
    matches: "REGEXP_CONTAINS($1, $2)",
    part: "REGEXP_EXTRACT($1, $2)",
    double: "CAST($1 AS FLOAT64)",
    integer: "CAST($1 AS INT64)",
    asDouble: "CAST($1 AS FLOAT64)",
    whole: "CAST($1 AS INT64)",
    rest: "MOD($1, $2)",
    asText: "CAST($1 AS STRING)",
    isoDay: "FORMAT_DATE('%F', CAST($1 AS DATE))",
    quotient: "DIV($1, $2)",
    day: "DATE_DIFF(CAST($1 AS DATE), DATE '1970-01-01', DAY)",
  },
  snowflake: {
    ...standard,
    label: "Snowflake",
    text: "backslash",
    trim: "TRIM($1, $2)",
    matches: "(REGEXP_INSTR($1, $2) > 0)",
    part: "REGEXP_SUBSTR($1, $2, 1, 1, 'e', 1)",
    isoDay: "TO_VARCHAR(CAST($1 AS DATE), 'YYYY-MM-DD')",
    quotient: "FLOOR(($1) / ($2))",
    day: "DATEDIFF('day', DATE '1970-01-01', CAST($1 AS DATE))",
  },
} as const satisfies Record<string, Dialect>;

export type DialectId = keyof typeof dialects;

/** The template with the expressions in its places. */
const filled = (template: string, ...parts: string[]) =>
  template.replace(/\$(\d)/g, (_, place) => parts[Number(place) - 1] ?? "");

const escaped = (text: string, mark: string, how: "doubled" | "backslash") =>
  how === "doubled" ? text.replaceAll(mark, mark + mark) : text.replace(/[\\"'`]/g, (sign) => `\\${sign}`);

/** Blanks as the page cuts them: all that JavaScript’s trim cuts. */
const blanks =
  "\t\v\f \u00a0\ufeff\n\r\u2028\u2029\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000";

/** The writing of one dialect. */
export function writing(id: DialectId) {
  const dialect: Dialect = dialects[id];
  const text = (value: string) => {
    const kept = dialect.text === "backslash" ? value.replaceAll("\\", "\\\\") : value;
    return `'${dialect.text === "doubled" ? kept.replaceAll("'", "''") : kept.replaceAll("'", "\\'")}'`;
  };
  return {
    /** A column or a table by its name, whatever stands in it. */
    name: (name: string) =>
      `${dialect.name.mark}${escaped(name, dialect.name.mark, dialect.name.escape)}${dialect.name.mark}`,
    text,
    trim: (expression: string) => filled(dialect.trim, expression, text(blanks)),
    matches: (expression: string, pattern: string) => filled(dialect.matches, expression, text(pattern)),
    part: (expression: string, pattern: string) => filled(dialect.part, expression, text(pattern)),
    double: (expression: string) => filled(dialect.double, expression),
    asDouble: (expression: string) => filled(dialect.asDouble, expression),
    whole: (expression: string) => filled(dialect.whole, expression),
    integer: (expression: string) => filled(dialect.integer, expression),
    asText: (expression: string) => filled(dialect.asText, expression),
    isoDay: (expression: string) => filled(dialect.isoDay, expression),
    rest: (a: string, b: string) => filled(dialect.rest, a, b),
    quotient: (a: string, b: string) => filled(dialect.quotient, a, b),
    fence: dialect.fence === undefined ? "" : `\n${dialect.fence}`,
    day: (expression: string) => filled(dialect.day, expression),
    /** The rows of a query of `own`, `shared` and a number n, each with the sum `few` of all that agree in what they share. */
    withFew: (query: string, few: string, own: string[], shared: string[]) => {
      const by = shared.join(", ");
      if (dialect.sums === undefined)
        return `SELECT *, ${few} OVER (PARTITION BY ${by}) AS few\nFROM (\n${query}\n) counted`;
      const each = [...own, "n"].map((name, place) => `tupleElement(g, ${place + 1}) AS ${name}`);
      return `SELECT ${by}, few, ${each.join(", ")}\nFROM (\nSELECT ${by}, ${few} AS few, groupArray(tuple(${[...own, "n"].join(", ")})) AS g\nFROM (\n${query}\n) counted\nGROUP BY ${by}\n) grouped\nARRAY JOIN g`;
    },
    /** A comparison that is a part of another condition. */
    holds: (condition: string) => filled(dialect.holds ?? "$1", condition),
  };
}

export type Writing = ReturnType<typeof writing>;
