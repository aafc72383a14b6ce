// States and territories that incident lists name: ISO 3166-1 alpha-3, alpha-2, Correlates of War number (0 where
// COW has none), and other spellings found in lists. English and Chinese names come from the platform's own tables.

export const stateTable: string = `
AFG AF 700|ALB AL 339|DZA DZ 615|AND AD 232|AGO AO 540|ATG AG 58|ARG AR 160|ARM AM 371|AUS AU 900|AUT AT 305
AZE AZ 373|BHS BS 31|BHR BH 692|BGD BD 771|BRB BB 53|BLR BY 370|BEL BE 211|BLZ BZ 80|BEN BJ 434|BTN BT 760
BOL BO 145 Bolivia (Plurinational State of)|BIH BA 346 Bosnia and Herzegovina;Bosnia|BWA BW 571|BRA BR 140|BRN BN 835 Brunei Darussalam
BGR BG 355|BFA BF 439|BDI BI 516|CPV CV 402 Cape Verde;Cabo Verde|KHM KH 811|CMR CM 471|CAN CA 20|CAF CF 482|TCD TD 483|CHL CL 155
CHN CN 710 People's Republic of China;PRC|COL CO 100|COM KM 581|COG CG 484 Congo;Republic of the Congo
COD CD 490 Congo, Democratic Republic of the;Democratic Republic of the Congo|CRI CR 94|CIV CI 437 Ivory Coast;Cote d'Ivoire|HRV HR 344
CUB CU 40|CYP CY 352|CZE CZ 316 Czech Republic|DNK DK 390|DJI DJ 522|DMA DM 54|DOM DO 42|ECU EC 130|EGY EG 651|SLV SV 92|GNQ GQ 411
ERI ER 531|EST EE 366|SWZ SZ 572 Swaziland|ETH ET 530|FJI FJ 950|FIN FI 375|FRA FR 220|GAB GA 481|GMB GM 420|GEO GE 372|DEU DE 255
GHA GH 452|GRC GR 350|GRD GD 55|GTM GT 90|GIN GN 438|GNB GW 404|GUY GY 110|HTI HT 41|VAT VA 0 Holy See;Vatican|HND HN 91|HUN HU 310
ISL IS 395|IND IN 750|IDN ID 850|IRN IR 630 Iran, Islamic Republic of;Iran (Islamic Republic of);Islamic Republic of Iran|IRQ IQ 645
IRL IE 205|ISR IL 666|ITA IT 325|JAM JM 51|JPN JP 740|JOR JO 663|KAZ KZ 705|KEN KE 501|KIR KI 946
PRK KP 731 Korea, Democratic People's Republic of;Korea (Democratic People's Republic of);N Korea;DPRK;North Korea
KOR KR 732 Korea, Republic of;Korea (Republic of);S Korea;Republic of Korea;South Korea|KWT KW 690|KGZ KG 703
LAO LA 812 Lao People's Democratic Republic;Laos|LVA LV 367|LBN LB 660|LSO LS 570|LBR LR 450|LBY LY 620|LIE LI 223|LTU LT 368|LUX LU 212
MDG MG 580|MWI MW 553|MYS MY 820|MDV MV 781|MLI ML 432|MLT MT 338|MHL MH 983|MRT MR 435|MUS MU 590|MEX MX 70
FSM FM 987 Micronesia (Federated States of)|MDA MD 359 Moldova, Republic of;Republic of Moldova;Moldova (Republic of)|MCO MC 221|MNG MN 712|MNE ME 341
MAR MA 600|MOZ MZ 541|MMR MM 775 Burma;Myanmar|NAM NA 565|NRU NR 970|NPL NP 790|NLD NL 210 Holland|NZL NZ 920|NIC NI 93|NER NE 436|NGA NG 475
MKD MK 343 Macedonia;North Macedonia;The former Yugoslav Republic of Macedonia|NOR NO 385|OMN OM 698|PAK PK 770|PLW PW 986
PSE PS 0 Palestine, State of;State of Palestine;Palestine;Palestinian Territories|PAN PA 95|PNG PG 910|PRY PY 150|PER PE 135|PHL PH 840 Philippines
POL PL 290|PRT PT 235|QAT QA 694|ROU RO 360|RUS RU 365 Russian Federation;Soviet Union;USSR|RWA RW 517|KNA KN 60|LCA LC 56|VCT VC 57|WSM WS 990
SMR SM 331|STP ST 403|SAU SA 670|SEN SN 433|SRB RS 345 Yugoslavia|SYC SC 591|SLE SL 451|SGP SG 830|SVK SK 317|SVN SI 349|SLB SB 940
SOM SO 520|ZAF ZA 560|SSD SS 626|ESP ES 230|LKA LK 780|SDN SD 625|SUR SR 115|SWE SE 380|CHE CH 225|SYR SY 652 Syrian Arab Republic;Syria
TWN TW 713 Taiwan, Province of China;Republic of China|TJK TJ 702|TZA TZ 510 Tanzania, United Republic of;United Republic of Tanzania
THA TH 800|TLS TL 860 East Timor|TGO TG 461|TON TO 955|TTO TT 52|TUN TN 616|TUR TR 640 Turkey;Türkiye|TKM TM 701|TUV TV 947|UGA UG 500
UKR UA 369|ARE AE 696 UAE|GBR GB 200 UK;U.K.;Great Britain;United Kingdom of Great Britain and Northern Ireland;Britain
USA US 2 United States of America;US;U.S.;U.S.A.|URY UY 165|UZB UZ 704|VUT VU 935|VEN VE 101 Venezuela, Bolivarian Republic of;Venezuela (Bolivarian Republic of)
VNM VN 816 Viet Nam;Vietnam|YEM YE 679|ZMB ZM 551|ZWE ZW 552|HKG HK 0 Hong Kong|MAC MO 0 Macao;Macau|XKX XK 347 Kosovo|PRI PR 0 Puerto Rico
GRL GL 0|BMU BM 0|GIB GI 0|ABW AW 0|CUW CW 0|JEY JE 0|GGY GG 0|IMN IM 0|CYM KY 0|FRO FO 0|NCL NC 0|GUM GU 0|PYF PF 0|REU RE 0`;
