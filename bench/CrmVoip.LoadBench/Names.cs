namespace CrmVoip.LoadBench;

/// <summary>Names in SQL, many from few words, the same for the same number.</summary>
public static class Names
{
    /// <summary>One of 40 first and one of 50 last names: of 100,000 people 50 share both.</summary>
    public const string First = "Marina,João,Beatriz,Paulo,Cláudia,Renato,Sônia,Tiago,Lívia,André,Patrícia,Caio,Fernanda,Otávio,Júlia,Marcelo,Débora,Rafael,Elisa,Gustavo,"
        + "Camila,Henrique,Isabel,Vítor,Larissa,Rodrigo,Simone,Felipe,Adriana,Leandro,Mônica,Bruno,Tatiana,Sérgio,Viviane,Eduardo,Cecília,Márcio,Helena,Igor";

    public const string Last = "Alves,Barbosa,Cardoso,Duarte,Esteves,Farias,Gonçalves,Hoffmann,Ibarra,Junqueira,Klein,Leite,Macedo,Nogueira,Oliveira,Pacheco,Queiroz,Ramos,Salgado,Teixeira,"
        + "Uchoa,Valente,Werneck,Xavier,Zanetti,Amaral,Bittencourt,Camargo,Dantas,Evangelista,Fonseca,Guimarães,Lacerda,Meireles,Neves,Pimentel,Rezende,Siqueira,Tavares,Vasconcelos,"
        + "Brandão,Coutinho,Diniz,Figueira,Godói,Lobo,Magalhães,Noronha,Peixoto,Sampaio";

    private const string Trades = "Padaria,Mercado,Oficina,Clínica,Escola,Hotel,Gráfica,Farmácia,Marcenaria,Academia";
    private const string Places = "Serra,Vila,Ponte,Aurora,Estrela,Central,Norte,Praia,Jardim,Colina,Lago,Prado";
    private const string Offers = "Usina no telhado,Plano de telefonia,Renovação do contrato,Troca de equipamento,Projeto piloto,Manutenção anual,Expansão da loja";

    public static string Person(string number) => $"{Pick(First, number)} || ' ' || {Pick(Last, $"{number} * 7 / 40")}";

    public static string Company(string number) => $"{Pick(Trades, $"{number} * 3")} || ' ' || {Pick(Places, $"{number} / 10")} || ' ' || {number} % 997";

    public static string Deal(string number) => $"{Pick(Offers, number)} || ' pedido ' || {number}";

    private static string Pick(string words, string number) =>
        $"(array['{words.Replace(",", "','", StringComparison.Ordinal)}'])[1 + ({number}) % {words.Split(',').Length}]";
}
