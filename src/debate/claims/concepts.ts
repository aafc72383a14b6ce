// Groups of words that mean nearly the same in this debate, as patterns over text in small letters with straight
// quotes. Rules of claims are made of them.

const word = (pattern: string): RegExp => new RegExp(`\\b(?:${pattern})\\b`);

export const concepts: Readonly<Record<string, RegExp>> = {
  // Who
  rival: word(
    "china|chinese|prc|beijing|ccp|the party|communists?|russia\\w*|moscow|kremlin|tehran|iran\\w*|pyongyang|they|them|their|rival\\w*|adversar\\w+|opponents?|enem(?:y|ies)|the other (?:side|team|guys?|power)|other side|regime|washington|america\\w*|united states|us|u\\.s\\.?|nsa|cia",
  ),
  we: word(
    "we|us|our|ours|ourselves|america\\w*|united states|u\\.s\\.?|uncle sam|the west|western|washington|my country|china|beijing",
  ),
  sympathiser:
    /\b(?:panda|bear|dragon)[- ](?:hugg|lov)\w+|\bsympathi[sz]er|\bapologist|\bdoves?\b|\bdovish\b|\bfriends? of (?:china|beijing|russia|moscow|washington|america|theirs|the (?:rival|regime|kremlin|chinese|other))|\b(?:china|beijing|russia|moscow|pro-?(?:china|beijing|russia|us|american))[- ](?:friend|lover|hand|lobby|leaning)\w*|\bpro-(?:china|chinese|beijing|russian?|moscow|american?)\b|\bsoft on (?:china|beijing|russia|them|moscow|the)|\bold friends?\b|\bfellow travell?er|\btheir (?:own )?(?:man|friends?|fans?|advocates?|lobb\w+|admirers?|defenders?|mouthpiece)\b|\bon (?:their|beijing's|moscow's) side\b|\bkissinger|\bdr\.? ?k\b|\bapologis\w+|\bcheerlead\w+|\bbest friend\b|\bappeaser|\bboosters? of\b|\balways (?:defend|side|sided|spoken)\w*/,
  reporters: word(
    "media|press|journalists?|newspapers?|vendors?|consultants?|contractors?|security (?:firms?|compan(?:y|ies)|industry)|antivirus|lobb(?:y|yists?|ying)|pundits?|experts?|salesm[ae]n|sellers?|fearmonger\\w*|hawks|pentagon|defen[cs]e (?:industry|firms|contractors)|people like \\w+|budgets?|authors? like|correspondents?|firms that|those who sell|people who sell",
  ),

  // Talks and their shape
  negotiate: word(
    "sitting down|negotiat\\w+|bargain\\w*|talks?|talking|come to the table|at the table|the table|sit down|sat down|sits down|dialogues?|parley|make deals?|makes? a deal|cut a deal|deal with|deals|settle|settlement|concessions?|olive branch|ask(?:s|ing)? for terms|sue for peace|d[eé]tente|truce|terms|compromis\\w+",
  ),
  losing:
    /\blos(?:ing|e|es|er|ers|t)\b(?! control| their| its| face)|\bweak(?:er|ness|er side)?\b|\bdesperat\w+|\bbeaten\b|\bon the ropes\b|\bbehind\b|\bcorner(?:ed)?\b|\bdefeat\w*|\bupper hand\b|\bunder(?:dog)?\b|\bposition of (?:strength|weakness)|\bwinning\b|\bahead\b|\bstrong(?:er)? (?:one|side|hand|party)|\bloser'?s\b|\bknees\b|\bhas to\b|\bwhite flag\b|\bsurrender\w*/,
  weaknessSign:
    /\bsigns? of weakness\b|\blooks? weak\b|\bshow(?:s|ing)? (?:\w+ )?weakness\b|\bsmells? of (?:weakness|fear)\b|\bseen as (?:weak|weakness|begging)|\bread as (?:weak|weakness|begging)|\bbegg(?:ing|ars?)\b|\bblinks?(?: first)?\b|\bblinked\b|\bappear weak\b|\bmake us weak\b|\bgo(?:es|ing)? (?:hat|cap) in hand\b|\bweakness\b/,
  onlyOnly: word(
    "no (?:point|sense|use|reason|cause)|(?:does|do|need)(?:n't| not) (?:need|have)|only|never|nobody|no one|no reason to|why (?:would|should) (?:we|anyone|a)|ever|unless|nothing to|pointless|no need|don't|do not|shouldn't|should not|whoever|those who|the one who|always",
  ),
  nothingToNegotiate: /\b(?:nothing|not? (?:anything|much)) (?:left )?to (?:negotiate|talk about|discuss|bargain)/,

  // Lines and trust
  lines:
    /\b(?:red |bright )lines?\b|\blines? (?:is|are|was|were|has|have|gets?) (?:been )?(?:crossed|drawn|clear|stated)|\bcross(?:es|ed|ing)? (?:the|a|that|this|our|it)(?: \w+)? ?lines?|\bdr[ae]wn? (?:a|the|our) lines?|\bline in the sand\b|\bacts? of war\b|\bthresholds?\b|\bultimatum|\bwarn(?:ed|ing|ings)\b|\btold them (?:what|where|exactly)|\bconsequences?\b|\blines? we\b/,
  stated:
    /\bstat(?:ed|e|ement)|\bdeclar\w+|\bsaid\b|\btold\b|\bannounc\w+|\bmade (?:it )?(?:clear|plain)|\bspelled\b|\bspelt\b|\bpublish\w+|\bwarn(?:ed|ing)|\bdrawn?\b|\bdrew\b|\bset out\b|\bis what it is\b|\bcross(?:es|ed)?\b|\bknow where\b|\blaid (?:down|out)/,
  ignored:
    /\b(?:nothing (?:ever )?(?:followed|happened|came|happens)|no (?:answer|consequences?|response|reaction)|without (?:an? )?(?:answer|consequences?|response)|never enforced|not enforced)\b|\b(?:ignor|mock|laugh|disregard|walk(?:s|ed)? (?:right )?(?:over|across|past)|trampl|test(?:s|ed)? (?:it|them)|step(?:s|ped)? over|meaningless|worthless|empty (?:threat|word)|bluff|blur|nobody believes|no one believes|paper|mean(?:s)? nothing|deter)\w*/,
  dishonest:
    /\bnot (?:be )?(?:straight|honest|sincere|trustworthy)|\bany(?:thing)? but (?:straight|honest)|\bstraight(?: ?up|forward)?\b|\bcan(?:no|')?t (?:be )?trust\w*|\bcan never (?:be )?trust\w*|\bdon't trust\b|\bdo not trust\b|\bnever trust\w*|\bno trust\b|\bdistrust\w*|\bmistrust\w*|\buntrustworthy\b|\blied?\b(?! (?:in|with|at|on|behind|ahead|between|dormant|within)\b)|\bliars?\b|\blying\b|\bcheat(?:s|ed|ers?|ing)?\b|\bdeceiv\w+|\bdeceit\w*|\bdishonest\w*|\bbad faith\b|\bgood faith\b|\bbreak(?:s|ing)? (?:their|its|every|any|all|his|each) (?:word|promises?|pledges?|agreements?|deals?|treat)|\bbroke (?:their|its|every)|\bword (?:is )?(?:worth|means) nothing|\btheir word\b|\bdouble[- ]?(?:dealing|tongue|game|faced)|\btwo[- ]faced\b|\bhonou?r(?:s|ed)? (?:any|a|its|their|no)\b|\btrust(?:ed|ing|s)?\b|\bkeep(?:s|ing)? (?:any|a|its|their) (?:word|promise|side)|\bdenie?[sd]? (?:everything|it all)/,

  // Theft, cost, retaliation
  theft: word(
    "steal\\w*|stole|stolen|theft|thie(?:f|ves|ving)|rob(?:s|bed|bing|bery)?|pilfer\\w*|loot\\w*|copy(?:ing)?|cop(?:y|ies|ied)|espionage|spy(?:ing)?|spies|exfiltrat\\w*|siphon\\w*|hack(?:s|ed|ing|ers?)?|attack(?:s|ed|ing|ers?)?|intru\\w+|break(?:s|ing)? in(?:to)?|plunder\\w*|helps? themselves|burgl\\w+|secrets|blueprints|intellectual property|raid(?:s|ing)?",
  ),
  cheap: word(
    "for (?:a )?(?:handful|few|couple) (?:of )?(?:dollars|bucks|cents|thousand)|invests? (?:peanuts|nothing|little|pennies)|lot cheaper|cheap(?:ly|er|est)?|low cost|little (?:cost|investment|effort|expense|money|risk)|small (?:cost|price|investment)|costs? (?:them |it |you |him )?(?:almost |next to |practically |close to |virtually )?(?:nothing|little|peanuts|pennies|cents|a few)|for (?:free|nothing|pennies|peanuts|a song)|at no cost|inexpensive\\w*|on the cheap|no (?:real )?price|nothing to (?:steal|hack|attack)|fraction of the (?:cost|price)|free of charge|impunity|get(?:s|ting)? away with|scot[- ]free|pay(?:s)? no price",
  ),
  retaliate: word(
    "retaliat\\w*|hit back|hits back|hitting back|strike back|striking back|strikes back|respond|response|answer back|punish\\w*|pay(?:ing)? (?:them )?back|fight back|fighting back|hack back|revenge|reprisals?|deter\\w*|strike at|hold (?:them |anyone )?(?:to account|accountable)|return fire|shoot back|shooting back|counter-?attack\\w*|hitting|counter-?strike\\w*",
  ),
  cannot:
    /\b(?:can(?:no|')?t|cannot|can hardly|can scarcely|can barely|hard(?:ly)?|difficult\w*|unable|no way|impossible|powerless|helpless|nothing we can|won't|will not|no means|no good|without (?:being able|any way|proof|knowing)|never|barely|scarcely|how (?:do|can|could|would|does) (?:we|you|one|anyone)|no (?:easy |good |real )?(?:answer|target|way|means|option)s?|tied|least able|little (?:we|to hit)|not able)\b/,
  attribution: word(
    "attribut\\w*|who (?:did it|is behind|was behind|attacked|really|fired|sent|to blame|to hit|they are)|prove (?:who|it|anything|that)|proof|trace(?:d|able|s)?|anonym\\w*|false flags?|pin(?:ned)? (?:it|them|the|anything) on|fingerprints?|could (?:have been|be) anyone|anyone could|wrong (?:country|state|party|suspect|culprit|people|one)|suspects?|culprits?|proxies|proxy|behind (?:seven|many|several) prox\\w+|deniab\\w+|plausible|whodunn?it|routed through|who did",
  ),
  vulnerable: word(
    "vulnerable|vulnerability|exposed|glass house\\w*|more to lose|most to lose|dependent|depend|defend\\w*|defenders?|wide open|soft targets?|open (?:doors?|windows)",
  ),
  defenceCost: word(
    "defen[cs]e costs?|defend\\w* (?:is |costs? )?(?:expensive|dear\\w*|more)|defend every|costs? (?:us|the defender|defenders)|attacker(?:s)? (?:only )?need\\w*|offen[cs]e (?:is )?(?:cheap\\w*|easier)|one door|every door|every hole|one hole|patch(?:ing)? (?:every|all)",
  ),

  // Gain, growth
  gain: word(
    "gain(?:s|ed|ing)?|profit\\w*|benefit\\w*|win(?:s|ning)?|advantage\\w*|reward\\w*|pay(?:s|ing)? off|pays|upside|prize|to win",
  ),
  everything: word(
    "everything to (?:gain|win)|(?:lots?|plenty|so much|too much|a lot|much|all|more|far more|great deal|huge amounts?|heaps) to (?:gain|win|be gained)|stands? to gain|nothing but upside|all upside|only upside|too profitable|too (?:good|lucrative|rich|tempting|valuable) (?:a |to |an )?\\w*|lucrative|not in (?:\\w+'s|their|its|his) interests?|no (?:incentive|reason|motive|interest)s? (?:whatever )?(?:to|in|for)|why (?:would|should) (?:they|china|beijing|it|the \\w+) (?:ever )?(?:stop|quit|give|cease|restrain|hold back)|won't (?:ever )?(?:stop|quit)|will (?:never|not) (?:stop|quit|cease|give)",
  ),
  littleLose: word(
    "(?:little|nothing|not much|hardly anything|next to nothing|so little|less|very little|no(?:thing)? (?:skin|much)) to lose|lose(?:s)? (?:nothing|little)|no downside|without (?:any )?(?:penalty|consequence|downside|cost)|risk(?:s|ing)? (?:nothing|little)|losing (?:nothing|little)|no skin",
  ),
  growth: word(
    "growth|grow(?:ing|s)?|economic (?:expansion|growth|miracle|development|survival)|econom(?:y|ic)\\w*|develop(?:s|ing|ment)?|catch(?:ing)? up|get(?:ting)? ahead|leap(?:frog\\w*)?|five[- ]year plans?|prosperity|gdp|jobs|moderni[sz]\\w+|cut(?:ting|s)? corners|shortcuts?|fast pace|industriali[sz]\\w+|living standards",
  ),
  survive: word(
    "surviv\\w*|finished|done for|stay(?:s|ing)? in (?:power|office)|hold(?:s|ing)? (?:on to )?power|legitima\\w+|fall(?:s)? from power|overthrow\\w*|keep(?:s|ing)? (?:their )?(?:power|office|seats?|jobs|the mandate)|mandate|lose (?:power|office)|cling\\w*|need(?:s|ed)?|must|depend(?:s)? on|have to|convinced|only way|unrest|or else|dies?|topple\\w*|collapse\\w*|relies|rely",
  ),

  // Filter, content, fear
  filter: word(
    "great firewall|firewall|filters?|filtered|unfiltered|censor\\w*|blocked|content|propaganda|free (?:speech|press|flow)|information|dissident\\w*|tibet\\w*|falun gong|taiwan\\w*|tiananmen|uncensored|leaflets?|broadcast\\w*|banned|forbidden|pages?|vpns?|circumvent\\w*|behind the wall|the wall|samizdat|radio free",
  ),
  spread: word(
    "spread\\w*|splatter\\w*|flood\\w*|post(?:ing|ed)?|publish\\w*|leak\\w*|expos(?:e|es|ed|ing)|beam\\w*|broadcast\\w*|push\\w*|smuggl\\w*|pour\\w*|plaster\\w*|distribut\\w*|open(?:ing)? (?:up )?(?:the|their)|tear(?:ing)? down|bring(?:ing)? down|punch(?:ing)? holes?|poke|poking|drop(?:ping)?|air(?:ing)?|fill(?:ing)?|show(?:ing)?|tunnels?|breach\\w*|release",
  ),
  outweigh: word(
    "outweigh\\w*|worth (?:it|the|that|less|more|a)|is (?:\\w+ ){0,4}worth|price|penalt(?:y|ies)|trade[- ]?off|cost(?:s)? more than|more than (?:the|any|it)|exceed\\w*|lever(?:age)?|link(?:s|ed|age|ing)?|tie(?:d|s)?|tying|swap|exchange|in return|if you (?:steal|hack)|each time|every time|for every|hurt(?:s)? (?:them )?more|threat(?:en\\w*|s)?",
  ),
  linkIssues:
    /\blinkage\b|\blink(?:ing|ed)? (?:\w+ ){0,4}(?:to|with)\b|\bt(?:ie|ying|ied) (?:\w+ ){0,5}(?:to|with)\b|\bpackage deal\b|\b(?:theft|spying|espionage|hacking|cyber) (?:\w+ ){0,4}(?:for|against) (?:\w+ ){0,3}(?:trade|tariffs?|visas?|markets?|content|access)|\b(?:tariffs?|sanctions?|market access|visas?) (?:\w+ ){0,6}(?:until|unless|if|whenever|as (?:the )?(?:price|penalty|lever))/,
  fear: word(
    "fear(?:s|ed|ful|ing)?|afraid|scared|scares?|frighten\\w*|terrified|terrif\\w+|paranoi\\w+|nervous\\w*|worr(?:y|ies|ied)|dread\\w*|panic\\w*|anxious|anxiety|uneasy|threaten(?:s|ed)? by|insecure|nightmares?|tremble\\w*|allergic|phobia",
  ),
  internet: word(
    "internet|(?:open|free) (?:inter)?net(?:work)?s?|the net|the web|online|social media|cyberspace|information|open networks?|control (?:of|over)|losing control|lose control|own people|own citizens|own population|its citizens|its people|their people|bloggers?|free speech|domestic|weibo|censorship|censors",
  ),
  moreThan: word(
    "more than|(?:far |much |even )?more|most|greater|biggest|worst|bigger|rather than|not us|edge|achilles\\W? heel|soft spot|weak (?:spot|point)|sore (?:spot|point)",
  ),

  // Inflation
  inflate: word(
    "inflat\\w*|exaggerat\\w*|overblown|overstat\\w*|hyp(?:e|ed|ing)|scaremonger\\w*|fearmonger\\w*|fear-?monger\\w*|alarmis\\w+|hysteri\\w+|fud|blown (?:up|out of)|sensational\\w*|puff\\w*|moral panic|boogeym\\w+|bogeym\\w+|crying wolf|cry wolf|scare stor\\w+|scare tactics?|sell(?:s|ing)? (?:\\w+ )?(?:fear|fud|panic)|peddl\\w+|make a buck|doom|snake oil|made[- ]up numbers|padd(?:ed|ing)|invented (?:numbers|figures)|trump(?:ed)? up",
  ),
  negligible: word(
    "barely (?:feels?|notices?|hurts?|matters?)|hardly (?:feels?|notices?|hurts?|matters?)|(?:cost|costs) (?:\\w+ ){1,4}(?:almost|next to|practically) nothing|negligible|trivial|tiny|minor|small change|rounding error|pocket change|insignificant|hardly (?:any|a) (?:cost|damage|dent|harm)|minimal|no (?:real |lasting |measurable )?(?:damage|harm)|peanuts|drop in the (?:bucket|ocean)|not (?:that|so) (?:bad|big|much|costly)|nuisance|little (?:real )?(?:damage|harm)|harmless|marginal",
  ),
  money: word(
    "money|buck|bucks|profit\\w*|sell(?:s|ing|ers?)?|sold|budgets?|contracts?|funding|funds?|sales|revenue|paycheck|salar(?:y|ies)|market(?:ing)?|products?|clicks|careers?|jobs|grants?|appropriations?|lobbying|for free|paid|business",
  ),
  harm: word(
    "cost|costs|damage|damages|losses|harm|threat|threats|danger|dangers|risk|risks|bill|toll|numbers|figures|estimates?|statistics|trillions?|billions?",
  ),

  // Imagination
  imaginary: word(
    "imagin\\w+|imaginary|fantas(?:y|ies|ise|ize)|fiction\\w*|fictitious|made up|make[- ]believe|fabricat\\w*|invent(?:ed|ion)s?|fairy ?tales?|phantoms?|no such (?:thing|war|conflict)|does(?:n't| not) exist|do not exist|don't exist|isn't (?:a|any|really a)|is not (?:a|any) (?:real )?(?:war|conflict)|there(?: is|'s) no (?:\\w+ )?(?:war|conflict|cyber ?war|battle|fight|enemy)|what (?:cyber ?)?(?:war|conflict)|not (?:a )?real|unreal|in (?:your|their|our) (?:heads?|minds?|dreams?)|delusion\\w*|hallucinat\\w*|mirage|myth(?:s|ical)?|hoax",
  ),
  war: word(
    "war|wars|warfare|cyber-?war\\w*|conflicts?|battles?|fight(?:ing)?|hostilities|arms race|aggression|cold war|struggle|enemy|threat",
  ),

  // Magnitude and its knowledge
  attributed: word(
    "attribut\\w+|blam\\w+|accus\\w+|traced|point(?:s|ed|ing)? (?:the |a )?fingers?|linked to|originat\\w+ (?:in|from)|com(?:e|es|ing) from|came from|laid at|behind (?:the|most|these|many|nearly)",
  ),
  attacksWord: word(
    "attacks?|intrusions?|hack(?:s|ing|ed)?|breach(?:es)?|incidents?|operations?|espionage|spying|raids?|probes?|campaigns?",
  ),
  equal: word(
    "real (?:aggressor|thief|hacker|culprit)|(?:largest|biggest) hacking (?:operation|programme?)|equal\\w*|just as (?:many|much|bad|often|guilty)|as (?:many|much|bad|often|guilty|active) as|same (?:amount|number|thing|scale|measure|extent)|both (?:sides|do|countries|are|governments|spy|hack|of them)|no (?:better|different|less guilty)|symmetr\\w+|mirror\\w*|parity|tit for tat|in equal measure|comparable|matched|vice versa|the same to|worse than (?:them|they|china|beijing)|pot (?:calling|and)|hypocri\\w+|does it too|do it too|does the same|do the same|did the same|so (?:do|does) (?:we|the|washington|america)|started it|biggest (?:hacker|hacking|thief|source|attacker|spy)\\w*|hacking empire|empire of hack\\w*|(?:largest|main|chief|number one) (?:victim|target|hacker|source|attacker)\\w*|snowden",
  ),
  unknown: word(
    "nobody (?:really )?knows?|no one (?:really )?knows?|few (?:people |individuals )?(?:really |actually |truly )?know|who knows|unknown|can(?:no|')t know|don't know|do not know|hidden|unreported|undetected|never (?:be )?(?:reported|detected|discovered|found|seen|noticed|disclosed)|tip of the iceberg|iceberg|unseen|secret|classified|hard to (?:know|say|measure|count)|guess(?:work|es|ing)?|dark figure|go(?:es)? unnoticed|under-?report\\w*|hush\\w*|out of sight|below the surface|what we see|we only (?:see|hear)|no idea|true (?:scale|size|magnitude|extent|number|figure)|real (?:scale|size|magnitude|extent|number|figure)",
  ),
  magnitude: word(
    "magnitude|scale|size|extent|how (?:many|much|big|large|bad|often)|numbers?|figures?|true|real|total|count|attacks|incidents|intrusions|cases|volume|hacks|breaches|sum",
  ),
  worse: word(
    "worse\\w*|worsening|growing|grows|grown|grew|rising|rise|increas\\w+|escalat\\w+|surg\\w+|spiral\\w*|sky-?rocket\\w*|mount(?:s|ing)|multiply\\w*|(?:more and more|every (?:year|month|day)|year after year)|no (?:sign|end)s? (?:of|in|that)|going away|go away|getting (?:worse|out of hand|better)|huge problem|out of control|explod\\w+|never been (?:this|so|worse|higher|as)|doubl\\w+|tripl\\w+|accelerat\\w*|fell|fallen|declin\\w+|dropped|fewer|slow(?:ed|ing)|abat\\w+|let(?:ting)? up",
  ),
  tension: word(
    "tensions?|tense|hostility|hostile|strained|on edge|brink|boiling|heated|relations? (?:are|is|have|has)|frost\\w*|crisis|powder keg|temperature|flash ?point|nerves|low point|all-time low|cold war",
  ),
  high: word(
    "high\\w*|running|rising|rise|worse\\w*|dangerous\\w*|peak\\w*|growing|never|boil\\w*|brink|edge|mounting|bad|low point|all-time low|since|fray\\w*|strained|frost\\w*|poison\\w*|sour\\w*",
  ),

  // What could be done
  agreement: word(
    "agreements?|treat(?:y|ies)|accords?|pacts?|understandings?|convention|deal|memorandum|signed|arms control|code of conduct|norms?|rules of the road|written",
  ),
  ease: word(
    "eas(?:e|es|ed|ing)|reduc\\w+|calm\\w*|mitigat\\w+|stop(?:s|ped)?|end(?:s|ed)?|curb\\w*|work(?:s|ed)?|help(?:s|ed)?|hold(?:s)?|held|kept|keep|worth|lower\\w*|broke\\w*|violat\\w+|ignored|piece of paper|paper|fell|drop\\w*|chang\\w+|need|bind(?:s|ing)?|good|differen\\w+|fail(?:s|ed|ure)?|respect\\w*|honou?r\\w*",
  ),
  y2015: word("2015|obama|xi|rose garden|september (?:understanding|agreement|deal)|understanding of"),
  tacit: word(
    "tacit\\w*|implicit\\w*|unwritten|unspoken|silent\\w*|quiet(?:ly)?|informal\\w*|without (?:a |any )?(?:treaty|paper|document|signing|words|signature|ink)|mutual restraint|restrain\\w*|hold(?:s|ing)? back|held back|self-?restraint|nobody writes? (?:it )?down|gentlem[ae]n's agreement|spare[sd]?|off[- ]limits|leave (?:\\w+ ){0,3}alone|left (?:\\w+ ){0,3}alone|stay(?:s|ed)? (?:away|clear)|wink",
  ),
  open: word(
    "open to|willing(?:ness)?|ready to|offer(?:s|ed|ing)?|propos\\w+|invit\\w+|prepared to|say(?:s)? (?:it|they|he) (?:is|are|will|would)|agree(?:s|d)? to (?:talk|discuss|meet)|want(?:s)? (?:to talk|talks|dialogue)|suspend\\w*|walked out|coordinator|ambassador|new (?:posts?|positions?|office|bureau|envoy)|appoint\\w*|working group|hotline|envoy|created|set up|established",
  ),
  timeTo:
    /\b(?:we|they|both|the world|the two \w+|two nations) (?:really |urgently |badly )?needs? (?:to |a |some |more )?(?:\w+ ){0,4}(?:d[eé]tente|talks?|talk|dialogue|negotiat\w+|sit down)|\b(?:(?:it(?:'s| is)|high|past|about|right|good|the|perhaps|now(?: is)?) (?:\w+ ){0,3}time|time (?:has come|for|to|these|we|they|is ripe|that)|moment (?:is|has|to|for)|ripe(?:ness)?|overdue|before it(?:'s| is) too late|sooner (?:rather|than)|now or never|let(?:'s| us) talk|should (?:\w+ ){0,3}(?:talk|sit down|negotiate|meet|start talking|come to the table)|must (?:talk|negotiate|sit down)|talk now|stalemate|window|deadlock|better to talk|jaw)\b/,
  interests: word(
    "both (?:sides )?(?:would )?(?:gain|win|benefit|profit|better off|lose)|win[- ]win|common (?:ground|interests?)|shared interests?|mutual(?:ly)? (?:benefi\\w+|gain|interests?)|trade[- ]?offs?|give and take|something for (?:something|both)|each side (?:gives|gets|could|would|wants)|meet (?:in the middle|half ?way)|middle ground|compromise|zone of agreement|room for a deal|on the table|package|concede\\w*|concession\\w*|split the difference",
  ),
  rightTrack:
    /\b(?:doing|done|getting) (?:something|things|it|a lot|plenty) right\b|\bon the right (?:track|path|course|road)\b|\bshould ?n[o']t stop\b|\bkeep (?:going|it up|at it|doing|up|pushing)\b|\bmust be (?:working|winning|right|doing|hurting|effective)\b|\bworking\b|\bstay the course\b|\bproof that\b|\bproves?\b|\bmeans? (?:that )?(?:we|our|the pressure|it)|\bwinning\b|\bgood sign\b|\bhurting\b|\bgot (?:them|beijing|china|moscow) worried|\btells (?:you|us|me)\b|\bon to something\b|\bhave (?:them|beijing)\b|\bpressure (?:is|must)/,
  evenIf: word(
    "if even|even|when even|if|when|for|coming from|since|once|push(?:es|ing)?|urg(?:es|ing)|call(?:s|ing) for|want(?:s)?|plead\\w*|begg(?:ing|s)|recommend\\w*|argu(?:es|ing)|advocat\\w+|say(?:s|ing)?|ask(?:s|ing)?",
  ),
  quiet: word(
    "quiet|silence|silent|nothing (?:has )?happen(?:s|ed|ing)?|no (?:cyber ?)?(?:attack|war|blackout|pearl harbou?r)s? (?:has|have|yet|ever|so far)|never (?:seen|happened)|so far|has(?:n't| not) (?:happened|been used)|have(?:n't| not) (?:seen|used|been)|dormant|saving|stockpil\\w*|waiting|hoard\\w*|lying in wait|in reserve|arsenal|zero[- ]days?|exploits?|kept back|day one|when it counts|pre-?position\\w*|lull|calm",
  ),
  provoke: word(
    "provok\\w*|react\\w*|respon(?:d|ds|se|ses)|retaliat\\w*|tit[- ]for[- ]tat|answer(?:s|ed|ing)?|cycle|spiral|chain|action and reaction|eye for an eye|back and forth|escalat\\w+|triggers?|in return|each (?:blow|strike|attack)|payback|one (?:hits|strikes|attacks)",
  ),

  // Narrower groups, for rules that would else take in too much
  iceberg:
    /\biceberg\b|\bnever (?:be )?(?:reported|disclosed|detected|discovered)\b|\bfor every (?:\w+ ){1,6}(?:ten|dozens?|hundreds?|several|many)\b.*\b(?:un\w+|nobody|no one|never)\b/,
  hugeProblem: /\bhuge problem\b|\bno signs? of (?:going away|stopping|slowing|ending|letting up)\b/,
  onlyNothing:
    /\bnothing (?:left )?to (?:negotiate|talk)|\bonly (?:one )?negotiat\w+|\bnegotiat\w+ (?:only|when|from)\b/,
  losing2:
    /\bback (?:is |was )?(?:against|to) the wall|\b(?:has|have|holds?|with) (?:the|an|every) (?:advantage|edge|initiative|stronger hand)\b|\blos(?:ing|ers?)\b(?! control| their| its| face| the internet)|\b(?:has|have|is|are) (?:already )?(?:lost|losing|beaten)\b|\bbeaten\b|\bdefeated\b|\bon the ropes\b|\bupper hand\b|\bposition of (?:strength|weakness)|\b(?:is|are|am|be|while|when|was|were) (?:\w+ )?(?:winning|ahead|stronger|weak(?:er)?|behind|cornered|desperate)\b|\bwinners?\b|\bwhite flag\b|\bsurrender\b|\ball the cards\b|\bthe (?:weak|strong(?:er)?)\b|\bon (?:its|their|our|his) knees\b|\bstrong enough\b|\bhas no choice\b|\bhave no choice\b|\bloses?\b(?= (?:asks?|negotiat|talks))/,
  tacit2:
    /\b(?:unwritten|unspoken|implicit|tacit|silent) (?:\w+ )?(?:rules?|understandings?|agreements?|deals?|bargains?|lines?|pacts?|truces?|norms?|codes?)\b|\bgentlem[ae]n's agreement\b|\bmutual restraint\b|\b(?:without|no need (?:of|for)) (?:a |any )?(?:treaty|paper|document|signature)\b/,
  talkWord:
    /\b(?:talks?|talking|dialogues?|discuss\w*|negotiat\w*|d[eé]tente|sit(?:s|ting)? down|sat down|meet(?:s|ings?)?|summits?|the table|truce|working group|hotline|cyber coordinator|cyber ambassador|state department|foreign ministry|positions|envoys?|conversation|diplomac\w+|diplomats?)\b/,
  linesStrong:
    /\b(?:red|bright|clear|our|the|that|this|every|each|a) lines?\b(?! of (?:code|work|business|defen[cs]e|communication|products?|thought|argument|attack|inquiry))|\blines? (?:is|are|was|were|has|have) (?:been )?(?:crossed|drawn|clear|stated)|\bline in the sand\b|\bacts? of war\b|\bthresholds?\b|\bultimatum\b|\b(?:been|were|was|have|had|are) (?:\w+ )?warned\b|\bred-?lines?\b|\banswered with force\b/,
  dealWord:
    /\b(?:negotiat\w*|deals?|agree(?:s|d|ments?)?|treat(?:y|ies)|pacts?|accords?|sign(?:s|ed|ing)?|talks?|talking|promis\w+|pledge\w*|words?|trust\w*|détente|détente|understandings?|table|commit\w*|faith|diplomac\w+|handshake|assurances?|guarantees?|partners?)\b/,
  dishonest2:
    /\bany(?:thing)? but (?:straight|honest)|\bcan(?:no|')?t (?:be )?trust\w*|\bcan never (?:be )?trust\w*|\b(?:don't|do not|never|not to) (?:be )?trust\w*|\buntrustworthy\b|\bliars?\b|\blie(?:s|d)? (?:about|to|through|all)|\blying\b|\bbad faith\b|\bbreak(?:s|ing)? (?:their|its|every|any|all|his|each) (?:word|promises?|pledges?|agreements?|deals?|treat)|\bbroke (?:their|its|every)|\bdouble[- ]?dealing|\btwo[- ]faced\b|\bnever (?:once )?(?:kept|keeps?|honou?r\w*)\b|\bcheat(?:s|ed|ers?|ing)?\b|\bno reason to (?:trust|believe)\b|\bbelieve (?:a|any|one)? ?(?:word|thing) (?:they|it|he|beijing|washington|moscow|that)/,
  evenTheir:
    /\b(?:even|when|if) (?:\w+ ){0,2}(?:their|beijing's|china's|moscow's|washington's|america's) (?:\w+ ){0,2}(?:friends?|man|people|allies|lobby\w*|fans?|defenders?|experts?)|\bhe of all people\b|\bshe of all people\b|\bof all people\b/,
  attackOrCost: word("cost|costs|attack\\w*|hack\\w*|offen[cs]e|thie\\w+|expensive|defen[cs]e|defend\\w*|intruder\\w*"),
  verify: word(
    "unverif\\w*|(?:nobody|no one) (?:will|would|can|could) (?:ever )?(?:know|tell|see) (?:if|whether|that)|verif\\w+|inspect\\w*|monitor\\w*|check(?:s|ed|ing)? (?:what|whether|it|on|that|up)|enforce\\w*|count (?:malware|code|lines of code|exploits|cyber)|detect(?:ed|able)? (?:a )?(?:breach|violation|cheating)\\w*|keeping (?:it|to it|the deal|the agreement|their side)|compl(?:y|iance|ies)|would (?:we|anyone|you) (?:ever )?(?:know|notice|tell)|(?:deal|treaty|agreement|pact) would never be (?:detected|noticed)|no way to (?:tell|know|see) (?:whether|if)",
  ),
  attribution2: word(
    "attribution|prove (?:who|it was|that (?:it|they|china|beijing|russia))|proof|proven|false flags?|pretend\\w*|spoof\\w*|ip address(?:es)?|pin(?:ned)? (?:it|them|the \\w+|anything) on|could (?:have been|be) any(?:one|body)|any(?:one|body) could (?:have|be)|wrong (?:country|state|party|suspect|culprit|one)|who (?:was|is|were) (?:really )?behind|who (?:really )?(?:did it|attacked|typed)|suspects|evidence|plausible deniability|deniab\\w+|anonym\\w+|hired hands|proxies|routed through|culprits?",
  ),
  growth2:
    /\b(?:(?:economic|own|fast|rapid|their|steady|continued|its) (?:growth|expansion|development|rise|miracle|boom|progress)|growth|develop (?:at|so|as|this|that)|catch(?:ing)? up|get(?:ting)? ahead|leapfrog\w*|moderni[sz]\w+|five[- ]year plans?|prosperity|economic expansion|economic survival|cut(?:ting|s)? corners|shortcuts?|know-?how|stagnation|gdp|living standards|industrial (?:plan|policy)|rais(?:e|ing) millions|economy)\b/,
  theftOrRival: word(
    "theft|steal\\w*|hack\\w*|spy\\w*|espionage|intrusions?|attacks?|cyber|china|beijing|they|them|moscow|washington",
  ),
  inflate2: word(
    "inflat(?:ed|es|e|ing)|exaggerat\\w*|overblown|overstat\\w*|over-?hyped|hyp(?:e|ed|ing)|scaremonger\\w*|fear-?monger\\w*|alarmis\\w+|hysteri\\w+|fud|blown (?:up )?out of (?:all )?proportion|sensational\\w*|moral panic|boogeym\\w+|bogeym\\w+|cr(?:y|ying|ies|ied) wolf|scare stor\\w+|scare tactics?|(?:sell|sells|selling|sold|peddl\\w+) (?:\\w+ ){0,2}(?:fear|fears|fud|panic|doom|snake oil)|made[- ]up (?:numbers|figures)|(?:numbers|figures|estimates?|losses|statistics) (?:\\w+ ){0,6}(?:made up|invented|padded|plucked|nonsense|bogus)|drumming up|drum up|padd(?:ed|ing) (?:the|their)|beat(?:ing)? the (?:war )?drums?|threat inflation|terrified|scar(?:e|es|ed|ing) (?:the public|people|us|congress|everyone|voters|taxpayers)",
  ),
  sellFear:
    /\bfollow the money\b|\bsomething to sell\b|\b(?:sell|sells|selling|sold|peddl\w+|profit\w*|make\w* (?:a )?(?:buck|money|living|fortune|killing)|living) (?:\w+ ){0,4}(?:fear|fears|fud|panic|threats?|doom|hysteria|paranoia|alarm)\b|\bfear (?:sells|industry|business|merchants?|pays)\b|\bmerchants? of (?:fear|doom|panic)\b|\b(?:whose|their|his|her) (?:budgets?|contracts?|jobs?|business|pay\w*|income|funding|salar\w+) (?:\w+ ){0,5}(?:depends?|rel\w+|grows?|rests?|rises?|hangs?)\b|\bwho (?:profits?|gains?|benefits?|earns?|gets? paid)\b/,
  harm2: word(
    "costs?|damages?|loss(?:es)?|harm|threat|danger|effects?|impact|hacks?|intrusions?|theft|stolen|what they (?:take|steal)|espionage|attacks?",
  ),
  cheap2:
    /\b(?:costs? (?:them|it|china|beijing|the attacker|the chinese|an attacker|a hacker)|(?:cost|price) (?:to|for) (?:them|the attacker|china|beijing))\b/,
  provoke2: word(
    "(?:vicious|endless) (?:circles?|cycles?)|counter-?attacks?|(?:every|each) time (?:they|we|one|it)|only (?:respond|react|answer|retaliat)\\w*|tit[- ]for[- ]tat|cycles?|spirals?|action and reaction|eye for an eye|back and forth|(?:is|are|was|were|gets?) answered|answers? (?:with|every|each)|(?:react|respond|retaliat)\\w* (?:to|in kind|with|for|against)|in kind|payback|provok\\w+|each (?:blow|strike|attack|indictment|hack)|every (?:blow|strike|attack|hack) (?:\\w+ ){0,4}(?:answer|another|brings|breeds|triggers|counter|follow|repl|invite)\\w*|follow(?:s|ed) (?:by|within)|hit (?:us|them) back",
  ),
  quiet2:
    /\b(?:have|has)(?:n't| not) (?:yet )?(?:seen|happened|suffered|experienced)\b|\bstockpiles?\b|\b(?:dormant|stockpil\w*|hoard\w*|lying in wait|lies? in wait|in reserve|zero[- ]?days?|pre-?position\w*|sleeper|logic bombs?|day one|when it counts|kept back|saving (?:it|them|their)|keep(?:s|ing)? (?:their|its|the) best|quiet|silence|silent(?:ly)?|nothing (?:\w+ )?(?:has |have )?(?:ever )?happen(?:s|ed|ing)?|(?:would|could) have (?:done|used|pulled|shut|happened) |has not happened|hasn't happened|never happened|so far|no blackouts?|arsenal)\b/,
  attackOrGrid: word(
    "grid|power (?:stations?|plants?)|infrastructure|weapons?|exploits?|zero[- ]?days?|malware|backdoors?|implants?|attacks?|cyber|danger|threat|inside|networks|pipelines?|blackouts?|arsenal|tools|logic bombs?|war",
  ),
};

/** A text as concepts read it: small letters, straight quotes, single blanks. */
export function plainText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‘’‛`´ʼ]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[–—]/g, " - ")
    .replace(/\s+/g, " ")
    .trim();
}
