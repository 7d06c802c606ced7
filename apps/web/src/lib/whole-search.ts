/** A link that differs from the current address in its search alone is not the current one. */
export const wholeSearch = { exact: true, includeSearch: true, explicitUndefined: true } as const;
