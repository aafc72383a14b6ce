// What the pages of agreements and lines say, in English.

export const startingOptions: string[] = ["As it stands", "With a deadline for answers", "Left out"];
