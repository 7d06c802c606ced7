/** Routes of plans, review, activation, budget and units. */
export const planRoutes = [] as const;
