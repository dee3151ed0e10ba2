import { describe, expect, it } from "vitest";
import { callerOf } from "./caller";

const token = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.c2ln`;

describe("the caller", () => {
  it("is read from the token", () =>
    expect(callerOf(token({ organisation: "0198-a", roles: ["dispatcher", "gate"], preferred_username: "möller" }))).toEqual({
      organisation: "0198-a",
      roles: ["dispatcher", "gate"],
      signInName: "möller",
    }));
  it("may be without claims", () => {
    expect(callerOf(token({}))).toEqual({ roles: [] });
    expect(callerOf(token({ roles: "dispatcher", organisation: 7 }))).toEqual({ roles: [] });
    expect(callerOf("opaque")).toEqual({ roles: [] });
    expect(callerOf("a.%%.c")).toEqual({ roles: [] });
  });
});
