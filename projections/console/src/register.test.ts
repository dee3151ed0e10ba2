import { describe, expect, it } from "vitest";
import { joined } from "./register";

describe("a register's file", () => {
  it("names its columns once", () => expect(joined(["a,b\r\n1,2\r\n", "a,b\r\n3,4\r\n"])).toBe("a,b\r\n1,2\r\n3,4\r\n"));
  it("may have no line", () => expect(joined(["a,b\r\n"])).toBe("a,b\r\n"));
});
