namespace MinaTjanster.Core.Data.Seed;

/// <summary>Names that are combined at random: common Swedish ones, and some from other Latin scripts, since a portal must carry them all.</summary>
internal static class Demonamn
{
    public static readonly string[] Fornamn =
    [
        "Alva", "Åsa", "Astrid", "Ebba", "Elsa", "Freja", "Hedda", "Ines", "Julia", "Klara", "Linnéa", "Maja", "Märta", "Nellie", "Olivia",
        "Saga", "Selma", "Signe", "Tilde", "Tove", "Vera", "Wilma", "Amina", "Zeynep", "Şirin", "Łucja", "Zoë", "Chloé", "Nguyệt", "Inês",
        "Adam", "Åke", "Albin", "Arvid", "Axel", "Casper", "Edvin", "Elias", "Emil", "Filip", "Gustav", "Hampus", "Hugo", "Isak", "Jonatan",
        "Kasper", "Leo", "Ludvig", "Malte", "Melvin", "Nils", "Noa", "Örjan", "Oskar", "Sixten", "Théo", "Viggo", "Yusuf", "Çağan", "Jørgen",
        "Ibrahim", "Mohamed", "Dağhan", "Björn", "René", "Begoña", "Þóra", "Mátyás", "Ján", "Ștefan",
    ];

    public static readonly string[] Efternamn =
    [
        "Ahlgren", "Åberg", "Åkesson", "Almqvist", "Andersson", "Ängquist", "Backlund", "Bergqvist", "Björklund", "Blomqvist", "Boström", "Dahlström",
        "Edlund", "Ekström", "Engdahl", "Fagerström", "Forsgren", "Fransén", "Gustafsson", "Hallgren", "Hedlund", "Hellström", "Högberg", "Isaksson",
        "Jakobsson", "Jönsson", "Karlsson", "Kjellberg", "Lagerqvist", "Lilja", "Lindén", "Ljungqvist", "Lövgren", "Månsson", "Norström", "Nyberg",
        "Öberg", "Öhman", "Östlund", "Palm", "Quist", "Rosén", "Sandström", "Sjöblom", "Skoglund", "Stålhammar", "Sundqvist", "Thörnblom",
        "Wallin", "Wennerström", "Zetterlund", "Abdullahi", "Demir", "Yıldız", "Kowalska-Łęcka", "Nguyễn", "García Peña", "O’Brien", "D'Amico", "Müller",
        "Sørensen", "Šimić", "Čapek", "Ionescu", "Þórsdóttir", "van der Berg", "Őri", "Haile", "Al-Masri", "Rahimi",
    ];
}
