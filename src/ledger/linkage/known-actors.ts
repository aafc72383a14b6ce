// A small register of group names that lists of incidents use, so that linkage works before any register is fetched. Each line is one
// sayer's cluster: the actor as that sayer calls it, then names that it says mean the same. Clusters compete on purpose: one name may
// stand in several lines, and none is "the" actor. Registers that a user imports are added to these.

import type { AliasClaim } from "./alias-register.ts";

// sayer: actor = name; name; …
const clusters = `
Mandiant: APT1 = Unit 61398; PLA Unit 61398; Comment Crew; Comment Panda; Comment Group; Byzantine Candor; TG-8223; BrownFox
CrowdStrike: Putter Panda = APT2; Unit 61486; PLA Unit 61486; TG-6952
FireEye: APT3 = Gothic Panda; Boyusec; Buckeye; UPS Team; Pirpi; TG-0110
FireEye: APT4 = Sykipot; Maverick Panda; Wisp Team
FireEye: APT5 = UNC2630; Keyhole Panda; TEMP.Bottle
FireEye: APT10 = Stone Panda; menuPass; Red Apollo; Cloud Hopper; Potassium; CVNX; Cicada; Bronze Riverside
PwC: Red Apollo = APT10; Stone Panda; Operation Cloud Hopper
FireEye: APT12 = Numbered Panda; IXESHE; DynCalc; Calc Team
FireEye: APT17 = Deputy Dog; Tailgater Team; Dogfish
Novetta: Axiom = Hikit; Operation SMN; APT17; Group 72
FireEye: APT18 = Wekby; Dynamite Panda; TG-0416
FireEye: APT19 = Deep Panda; Codoso; Sunshop Group
CrowdStrike: Deep Panda = Black Vine; Shell Crew; KungFu Kittens; WebMasters
FireEye: APT27 = Emissary Panda; Iron Tiger; LuckyMouse; Bronze Union; TG-3390; Threat Group-3390; Budworm; Iodine
FireEye: APT30 = Naikon; Unit 78020; PLA Unit 78020; Lotus Panda; Override Panda
Kaspersky: Naikon = Hellsing; Lotus Panda
Microsoft: APT31 = Zirconium; Judgment Panda; Judgement Panda; Bronze Vinewood; Violet Typhoon
FireEye: APT40 = Leviathan; TEMP.Periscope; Mudcarp; Gadolinium; Bronze Mohawk; Kryptonite Panda
FireEye: APT41 = Wicked Panda; Wicked Spider; Double Dragon; Barium; Winnti; Blackfly; Grayfly; Bronze Atlas
ProtectWise: Winnti Umbrella = Winnti; Barium; Lead; PassCV; Axiom; APT17
Symantec: Grayfly = APT41; GREF; Wicked Panda
ESET: SparklingGoblin = Grayfly; APT41
Microsoft: Hafnium = Silk Typhoon
Microsoft: Volt Typhoon = Vanguard Panda; Bronze Silhouette; Insidious Taurus
McAfee: Operation Shady RAT = Shady RAT; APT1
Symantec: Elderwood = Sneaky Panda; Beijing Group; Aurora Panda
CrowdStrike: Aurora Panda = APT17; Hidden Lynx; Operation Aurora
CrowdStrike: Turbine Panda = Jiangsu State Security; JSSD; APT26; Turbine
CrowdStrike: Mustang Panda = TA416; RedDelta; Bronze President; Earth Preta
CrowdStrike: Anchor Panda = APT14
Kaspersky: NetTraveler = Travnet; APT21
Kaspersky: Icefog = Dagger Panda
FireEye: Moafee = DragonOK
Fox-IT: Mofang = Superman; ShimRat
Symantec: Thrip = Lotus Blossom; Billbug
Trend Micro: Red Menshen = Red Dev 18; BPFdoor
Volexity: Evil Eye = Poison Carp; Earth Empusa
Kaspersky: Equation Group = Equation; Tilded Team
360: APT-C-39 = Vault 7; CIA
Symantec: Longhorn = The Lamberts; Lamberts
360: APT-C-40 = Equation Group; NSA
Kaspersky: ProjectSauron = Strider; Project Sauron; Sauron
Mandiant: APT28 = Fancy Bear; Sofacy; Pawn Storm; Sednit; Strontium; Tsar Team; Unit 26165; Forest Blizzard; Swallowtail; Grizzly Steppe
Mandiant: APT29 = Cozy Bear; The Dukes; CozyDuke; Nobelium; Yttrium; Midnight Blizzard; UNC2452; Dark Halo; Grizzly Steppe
CrowdStrike: Voodoo Bear = Sandworm; Telebots; BlackEnergy; Unit 74455; Iron Viking; Electrum
ESET: Telebots = Sandworm; BlackEnergy; GreyEnergy
Symantec: Dragonfly = Energetic Bear; Crouching Yeti; Berserk Bear; Havex
Kaspersky: Turla = Snake; Uroburos; Venomous Bear; Waterbug; Krypton; Epic Turla
ESET: Gamaredon = Primitive Bear; Armageddon; Shuckworm; Actinium; UAC-0010
CERT-UA: Ghostwriter = UNC1151; UAC-0051
Novetta: Lazarus Group = Hidden Cobra; Guardians of Peace; Dark Seoul; Labyrinth Chollima; Zinc; Operation Blockbuster
Mandiant: APT38 = Bluenoroff; Stardust Chollima; BeagleBoyz; TraderTraitor
FireEye: APT37 = Reaper; ScarCruft; Group123; Ricochet Chollima; Red Eyes
Kaspersky: Kimsuky = Velvet Chollima; Thallium; Black Banshee; TA406; APT43; Kimusky
Kaspersky: Andariel = Silent Chollima; Stonefly; Onyx Sleet
FireEye: APT33 = Elfin; Refined Kitten; Holmium; Shamoon
FireEye: APT34 = OilRig; Helix Kitten; Cobalt Gypsy; Hazel Sandstorm
ClearSky: Charming Kitten = APT35; Phosphorus; Newscaster; TA453; Mint Sandstorm; Magic Hound; Ajax Security Team
FireEye: APT39 = Chafer; Remix Kitten; Rana
Palo Alto: MuddyWater = Static Kitten; Seedworm; Mercury; TEMP.Zagros
CrowdStrike: Imperial Kitten = Tortoiseshell; TA456; Crimson Sandstorm
Secureworks: Pioneer Kitten = Fox Kitten; Parisite; Rubidium; UNC757
Mandiant: APT32 = OceanLotus; Ocean Lotus; Cobalt Kitty; SeaLotus; Bismuth
Kaspersky: DarkHotel = Tapaoux; Dubnium
Proofpoint: Transparent Tribe = APT36; Mythic Leopard; ProjectM; Operation C-Major
Cymmetria: Patchwork = Dropping Elephant; Chinastrats; APT-C-09; Hangover Group
Kaspersky: SideWinder = Rattlesnake; APT-C-17; Razor Tiger
Forcepoint: Bitter = APT-C-08; T-APT-17
Cisco: DoNot Team = APT-C-35; SectorE02
US courts: MSS = Ministry of State Security; Ministry State Security; Chinese Ministry of State Security; China Ministry of State
US courts: PLA = People's Liberation Army; Peoples Liberation Army; Chinese military hackers
US courts: GRU = Main Intelligence Directorate; Russian military intelligence; GU
US courts: FSB = Federal Security Service
US courts: SVR = Foreign Intelligence Service
US courts: IRGC = Islamic Revolutionary Guard Corps; Revolutionary Guard; Revolutionary Guards
US courts: RGB = Reconnaissance General Bureau
Kaspersky: Gaza Cybergang = Molerats; Extreme Jackal; Arid Viper; Desert Falcons
`;

/** The claims of the register, one per name. */
export function knownActors(): AliasClaim[] {
  return clusters
    .split("\n")
    .filter((line) => line !== "")
    .flatMap((line) => {
      const [sayer = "", rest = ""] = cut(line, ": ");
      const [actor = "", names = ""] = cut(rest, " = ");
      return names.split("; ").map((alias) => ({ actor, alias, saidBy: sayer, states: [], read: [] }));
    });
}

function cut(text: string, mark: string): string[] {
  const at = text.indexOf(mark);
  return [text.slice(0, at), text.slice(at + mark.length)];
}
