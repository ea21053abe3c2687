/** What a column of dates is called that says when the genes of a patient were reported. */
export const reportName = /(report|sequenc|genomic|profil|ngs|test).*date|date.*(report|sequenc|genomic|profil|ngs)/i;
