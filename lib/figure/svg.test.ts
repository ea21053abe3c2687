import { describe, expect, it } from "vitest";
import { element, serialize } from "./svg";

describe("serialize", () => {
  it("writes any text literally", () => {
    const names = ["<b>", "=1+1", "__proto__", "😀", "שלום", 'a "b" & c', "]]>"];
    const { text, removed } = serialize(
      element("svg", {}, ...names.map((name) => element("text", { "data-name": name }, name))),
    );
    expect(text).toContain('<text data-name="&lt;b&gt;">&lt;b&gt;</text>');
    expect(text).toContain('<text data-name="a &quot;b&quot; &amp; c">a &quot;b&quot; &amp; c</text>');
    expect(text).toContain('<text data-name="😀">😀</text>');
    expect(text).toContain("שלום");
    expect(text).not.toContain("]]>");
    expect(removed).toBe(0);
  });

  it("leaves out what XML cannot hold, and counts it", () => {
    const { text, removed } = serialize(element("svg", {}, element("text", {}, "a\u0000b\u001bc\ud800d\uffff")));
    expect(text).toContain("<text>abcd</text>");
    expect(removed).toBe(4);
  });

  it("rounds coordinates to hundredths and leaves out what is undefined", () => {
    expect(element("rect", { x: 1 / 3, y: undefined }).attributes).toEqual({ x: 0.33 });
  });

  it("opens alone: a namespace and, where given, the font", () => {
    const { text } = serialize(element("svg", { width: 10 }), { embedFont: "AAAA" });
    expect(text).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="10">/,
    );
    expect(text).toContain("src:url(data:font/woff2;base64,AAAA)");
  });
});
