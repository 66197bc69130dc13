/** For a browser that also runs in a container without a GPU, and asks nothing of the network. */
export declare const BROWSER_ARGUMENTS: string[]

/** What to tell a person for whom no browser was found. */
export declare const NO_BROWSER: string

/** The path of the browser to test with, or undefined when there is none. */
export declare function findBrowser(): string | undefined
