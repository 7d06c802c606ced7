import chromium from '@sparticuz/chromium';

/** Unpacks the browser that npm brought along into TMPDIR: a process of its own, since the folder is taken from its environment. */
await chromium.executablePath();
