// What a browser does when it asks a workbench: keeps the cookies that it is given, and says where its page is from.

import type { Hono } from "hono";

export class Browser {
  jar: Map<string, string> = new Map();
  readonly app: () => Hono;
  readonly host: string;

  constructor(app: () => Hono, host: string) {
    this.app = app;
    this.host = host;
  }

  async ask(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const sent: Record<string, string> = { host: this.host, cookie, ...headers };
    const origin = `http://${this.host}`;
    const response = await this.app().request(`${origin}${path}`, {
      headers: body === undefined ? sent : { origin, "content-type": "application/json", ...sent },
      ...(body === undefined ? {} : { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=");
      if (value === "") this.jar.delete(name);
      else this.jar.set(name, value);
    }
    return response;
  }
}
