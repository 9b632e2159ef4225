/** The part of selenium-webdriver that webkit.js uses; the package brings no types. */
declare module 'selenium-webdriver' {
  export interface Actions {
    move(to: { x: number; y: number; duration: number; origin: unknown }): Actions;
    press(): Actions;
    release(): Actions;
    keyDown(key: string): Actions;
    keyUp(key: string): Actions;
    sendKeys(text: string): Actions;
    scroll(x: number, y: number, dx: number, dy: number, origin: unknown, duration: number): Actions;
    perform(): Promise<void>;
  }
  export interface Rect {
    width: number;
    height: number;
  }
  export interface WebDriver {
    actions(): Actions;
    executeScript(script: string): Promise<unknown>;
    get(url: string): Promise<void>;
    manage(): { window(): { getRect(): Promise<Rect>; setRect(rect: Rect): Promise<unknown> } };
    quit(): Promise<void>;
    takeScreenshot(): Promise<string>;
  }
  export class Builder {
    usingServer(url: string): Builder;
    withCapabilities(capabilities: object): Builder;
    build(): WebDriver & Promise<WebDriver>;
  }
  const webdriver: {
    Builder: typeof Builder;
    Key: Record<string, string>;
    Origin: { VIEWPORT: unknown };
  };
  export default webdriver;
}
