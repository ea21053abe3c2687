/** Where a method is published: as it stands in a sentence, and whole. */
export interface Citation {
  short: string;
  whole: string;
}

const of = (short: string, whole: string): Citation => ({ short, whole });

/** Every publication that the page or its files name. */
export const citations = {
  aalenJohansen: of("Aalen and Johansen 1978", "Aalen and Johansen, Scand J Stat 1978;5:141–150"),
  akaike: of("Akaike 1974", "Akaike, IEEE Trans Autom Control 1974;19:716–723"),
  armitage: of("Armitage 1955", "Armitage, Biometrics 1955;11:375–386"),
  austin: of("Austin 2009", "Austin, Stat Med 2009;28:3083–3107"),
  austinStuart: of("Austin and Stuart 2015", "Austin and Stuart, Stat Med 2015;34:3661–3679"),
  // With its discussion; the paper alone ends on page 244.
  andersen: of("Andersen 1982", "Andersen, Borgan, Gill and Keiding, Int Stat Rev 1982;50:219–258"),
  anderson: of("Anderson 1983", "Anderson, Cain and Gelber, J Clin Oncol 1983;1:710–719"),
  benjaminiHochberg: of("Benjamini and Hochberg 1995", "Benjamini and Hochberg, J R Stat Soc B 1995;57:289–300"),
  borganLiestol: of("Borgan and Liestøl 1990", "Borgan and Liestøl, Scand J Stat 1990;17:35–41"),
  brookmeyerCrowley: of("Brookmeyer and Crowley 1982", "Brookmeyer and Crowley, Biometrics 1982;38:29–41"),
  blanche: of("Blanche 2013", "Blanche, Dartigues and Jacqmin-Gadda, Stat Med 2013;32:5381–5397"),
  breslow: of("Breslow 1970", "Breslow, Biometrika 1970;57:579–594"),
  clopperPearson: of("Clopper and Pearson 1934", "Clopper and Pearson, Biometrika 1934;26:404–413"),
  cochran: of("Cochran 1954", "Cochran, Biometrics 1954;10:417–451"),
  cox: of("Cox 1972", "Cox, J R Stat Soc B 1972;34:187–220"),
  efron: of("Efron 1977", "Efron, J Am Stat Assoc 1977;72:557–565"),
  eisenhauer: of("Eisenhauer 2009", "Eisenhauer et al., Eur J Cancer 2009;45:228–247"),
  fineGray: of("Fine and Gray 1999", "Fine and Gray, J Am Stat Assoc 1999;94:496–509"),
  flemingHarrington: of(
    "Fleming and Harrington 1991",
    "Fleming and Harrington, Counting Processes and Survival Analysis, Wiley 1991",
  ),
  fisher: of("Fisher 1935", "Fisher, J R Stat Soc 1935;98:39–82"),
  firth: of("Firth 1993", "Firth, Biometrika 1993;80:27–38"),
  freemanHalton: of("Freeman and Halton 1951", "Freeman and Halton, Biometrika 1951;38:141–149"),
  garwood: of("Garwood 1936", "Garwood, Biometrika 1936;28:437–442"),
  gehan: of("Gehan 1965", "Gehan, Biometrika 1965;52:203–223"),
  grambschTherneau: of("Grambsch and Therneau 1994", "Grambsch and Therneau, Biometrika 1994;81:515–526"),
  gray: of("Gray 1988", "Gray, Ann Stat 1988;16:1141–1154"),
  greenwood: of(
    "Greenwood 1926",
    "Greenwood, The natural duration of cancer, Reports on Public Health and Medical Subjects 1926;33:1–26",
  ),
  gerdsSchumacher: of("Gerds and Schumacher 2006", "Gerds and Schumacher, Biom J 2006;48:1029–1040"),
  graf: of("Graf 1999", "Graf, Schmoor, Sauerbrei and Schumacher, Stat Med 1999;18:2529–2545"),
  harrell: of("Harrell 1996", "Harrell, Lee and Mark, Stat Med 1996;15:361–387"),
  harringtonFleming: of("Harrington and Fleming 1982", "Harrington and Fleming, Biometrika 1982;69:553–566"),
  heinzeSchemper: of("Heinze and Schemper 2001", "Heinze and Schemper, Biometrics 2001;57:114–119"),
  holm: of("Holm 1979", "Holm, Scand J Stat 1979;6:65–70"),
  hothornLausen: of("Hothorn and Lausen 2003", "Hothorn and Lausen, Comput Stat Data Anal 2003;43:121–137"),
  hyndmanFan: of("Hyndman and Fan 1996", "Hyndman and Fan, Am Stat 1996;50:361–365"),
  jonckheere: of("Jonckheere 1954", "Jonckheere, Biometrika 1954;41:133–145"),
  kalbfleischPrentice: of(
    "Kalbfleisch and Prentice 2002",
    "Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data, 2nd ed., Wiley 2002",
  ),
  kaplanMeier: of("Kaplan and Meier 1958", "Kaplan and Meier, J Am Stat Assoc 1958;53:457–481"),
  karrison: of("Karrison 2016", "Karrison, Stata J 2016;16:678–690"),
  klein: of("Klein 2007", "Klein, Logan, Harhoff and Andersen, Stat Med 2007;26:4505–4519"),
  kleinMoeschberger: of(
    "Klein and Moeschberger 2003",
    "Klein and Moeschberger, Survival Analysis, 2nd ed., Springer 2003",
  ),
  kish: of("Kish 1965", "Kish, Survey Sampling, Wiley 1965"),
  kruskalWallis: of("Kruskal and Wallis 1952", "Kruskal and Wallis, J Am Stat Assoc 1952;47:583–621"),
  lausenSauerbrei: of(
    "Lausen, Sauerbrei and Schumacher 1994",
    "Lausen, Sauerbrei and Schumacher, in Dirschedl and Ostermann (eds.), Computational Statistics, Physica 1994:483–496",
  ),
  lausenSchumacher: of("Lausen and Schumacher 1992", "Lausen and Schumacher, Biometrics 1992;48:73–85"),
  lin: of("Lin 2020", "Lin et al., Stat Biopharm Res 2020;12:187–198"),
  linWei: of("Lin and Wei 1989", "Lin and Wei, J Am Stat Assoc 1989;84:1074–1078"),
  mannWhitney: of("Mann and Whitney 1947", "Mann and Whitney, Ann Math Stat 1947;18:50–60"),
  mantel: of("Mantel 1966", "Mantel, Cancer Chemother Rep 1966;50:163–170"),
  mantelByar: of("Mantel and Byar 1974", "Mantel and Byar, J Am Stat Assoc 1974;69:81–86"),
  newcombe: of("Newcombe 1998", "Newcombe, Stat Med 1998;17:873–890"),
  pearson: of("Pearson 1900", "Pearson, Philos Mag 1900;50:157–175"),
  peto: of("Peto and Peto 1972", "Peto and Peto, J R Stat Soc A 1972;135:185–207"),
  phipsonSmyth: of("Phipson and Smyth 2010", "Phipson and Smyth, Stat Appl Genet Mol Biol 2010;9:39"),
  roystonParmar: of("Royston and Parmar 2013", "Royston and Parmar, BMC Med Res Methodol 2013;13:152"),
  schoenfeld: of("Schoenfeld 1982", "Schoenfeld, Biometrika 1982;69:239–241"),
  schemperSmith: of("Schemper and Smith 1996", "Schemper and Smith, Control Clin Trials 1996;17:343–346"),
  simonMakuch: of("Simon and Makuch 1984", "Simon and Makuch, Stat Med 1984;3:35–44"),
  spearman: of("Spearman 1904", "Spearman, Am J Psychol 1904;15:72–101"),
  taroneWare: of("Tarone and Ware 1977", "Tarone and Ware, Biometrika 1977;64:156–160"),
  terpstra: of("Terpstra 1952", "Terpstra, Indag Math 1952;14:327–333"),
  unoC: of("Uno 2011", "Uno, Cai, Pencina, D’Agostino and Wei, Stat Med 2011;30:1105–1117"),
  uno: of("Uno 2014", "Uno et al., J Clin Oncol 2014;32:2380–2385"),
  vickers: of("Vickers 2008", "Vickers, Cronin, Elkin and Gonen, BMC Med Inform Decis Mak 2008;8:53"),
  welch: of("Welch 1947", "Welch, Biometrika 1947;34:28–35"),
  welchSeveral: of("Welch 1951", "Welch, Biometrika 1951;38:330–336"),
  wilcoxon: of("Wilcoxon 1945", "Wilcoxon, Biometrics Bull 1945;1:80–83"),
  yangDalton: of("Yang and Dalton 2012", "Yang and Dalton, SAS Global Forum 2012;335:1–6"),
  zamboni: of("Zamboni 2010", "Zamboni et al., J Clin Oncol 2010;28:2544–2548"),
  zouDonner: of("Zou and Donner 2008", "Zou and Donner, Stat Med 2008;27:1693–1702"),
} satisfies Record<string, Citation>;

export type CitationId = keyof typeof citations;
