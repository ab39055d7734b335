using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Conta;
using CrmVoip.Web;

namespace CrmVoip.Hosting.Demonstracao;

public sealed record PessoaDemo(string Nome, string Email);

/// <summary>Somebody's place in an organization; Ramal is null for who has none yet.</summary>
public sealed record VinculoDemo(PessoaDemo Pessoa, Papel Papel, string? Ramal);

public sealed record OrganizacaoDemo(string Slug, string Nome, int Oportunidades, VinculoDemo[] Vinculos)
{
    public string Token => $"simulador-token-{Slug}";

    public string SipDomain => $"{Slug}.simulador";
}

/// <summary>The people and words of the demo. All made up; the numbers are the simulator's.</summary>
public static class Elenco
{
    public const string Senha = "demonstracao-2026";

    private static readonly PessoaDemo _dora = new("Dora Nascimento", "dora@aurora.example");

    public static readonly OrganizacaoDemo[] Organizacoes =
    [
        new("aurora", "Aurora Energia Solar", 66,
        [
            new(new("Helena Prado", "admin@aurora.example"), Papel.Administrador, "1004"),
            new(new("Ana Beatriz Moura", "ana@aurora.example"), Papel.Vendedor, "1001"),
            new(new("Bruno Tavares", "bruno@aurora.example"), Papel.Vendedor, "1002"),
            new(_dora, Papel.Gestor, null),
        ]),
        new("boreal", "Boreal Seguros", 18,
        [
            new(new("Otávio Ramires", "admin@boreal.example"), Papel.Administrador, null),
            new(new("Carla Figueira", "carla@boreal.example"), Papel.Vendedor, null),
            new(_dora, Papel.Vendedor, null),
        ]),
    ];

    /// <summary>How the deals spread over the stages: a funnel.</summary>
    public static readonly int[] Pesos = [10, 8, 6, 4, 3, 2];

    public static readonly string[] Nomes =
    [
        "Marina Alves", "Rafael Queiroz", "Juliana Teles", "Caio Bastos", "Patrícia Lemos", "Thiago Nogueira", "Beatriz Sampaio",
        "Eduardo Vilela", "Larissa Brandão", "Gustavo Peixoto", "Camila Rezende", "Leonardo Farias", "Renata Siqueira",
        "Felipe Amaral", "Vanessa Dutra", "Rodrigo Pacheco", "Aline Cordeiro", "Marcelo Fontes", "Sabrina Leal", "Diego Maciel",
        "Tatiane Rocha", "Henrique Valente", "Priscila Campos", "Murilo Aragão", "Débora Linhares", "Igor Salgado",
        "Natália Bueno", "Vinícius Prates", "Simone Guerra", "André Luz", "Cecília Freire", "Otto Meireles", "Lívia Duarte",
    ];

    public static readonly string[] Empresas =
    [
        "Padaria Pão da Vila", "Clínica Bem Viver", "Supermercado Ipê", "Transportes Serra Azul", "Colégio Horizonte",
        "Metalúrgica Tupi", "Hotel Costa Brava", "Laticínios Campo Lindo", "Academia Movimento", "Farmácia São Bento",
        "Construtora Alicerce", "Pousada das Araras", "Gráfica Papel & Cor", "Frigorífico Boa Mesa", "Ótica Visão Clara",
        "Auto Peças Rota 40", "Cooperativa Vale Verde", "Restaurante Dona Zefa", "Escola Pequeno Mundo", "Studio Lótus",
        "Madeireira Jatobá", "Lavanderia Água Limpa",
    ];

    public static readonly string[] TitulosAurora =
    [
        "Usina no telhado", "Energia para a câmara fria", "Troca de inversores", "Expansão da planta solar", "Estacionamento solar",
        "Economia na conta de luz", "Bateria de reserva", "Contrato de manutenção", "Assinatura de energia", "Projeto de 75 kWp",
    ];

    public static readonly string[] TitulosBoreal =
    [
        "Seguro da frota", "Vida em grupo", "Plano empresarial", "Seguro do prédio", "Responsabilidade civil", "Renovação da apólice",
    ];

    public static readonly string[] Notas =
    [
        "Pediu proposta com financiamento em 60 vezes.", "Vai falar com o sócio e retorna na quinta.", "Gostou do prazo; quer visita técnica.",
        "Não é a pessoa certa: falar com o financeiro.", "Reclamou do preço, mas aceita comparar com a concorrência.",
        "Confirmou o endereço da obra.", "Ligar de novo depois das 15h.",
    ];

    public static readonly string[] ProximosPassos =
    [
        "Enviar proposta", "Ligar para confirmar", "Visita técnica", "Cobrar resposta do sócio", "Mandar contrato", "Pedir conta de luz", "Negociar prazo",
    ];

    /// <summary>The logins the sign-in page offers; who works in both organizations once.</summary>
    public static ContasDaDemonstracao Contas() =>
        new(
            [
                .. Organizacoes
                    .SelectMany(o => o.Vinculos, (o, v) => (Organizacao: o.Nome, Vinculo: v))
                    .GroupBy(p => p.Vinculo.Pessoa.Email)
                    .Select(g => new ContaDeDemonstracao(
                        g.Key,
                        Formato.Papel(g.First().Vinculo.Papel),
                        string.Join(" e ", g.Select(p => p.Organizacao.Split(' ')[0])))),
            ],
            Senha);

    /// <summary>The simulator's numbers first, so that the top cards show each behaviour; then ordinary ones.</summary>
    public static string Telefone(int indice)
    {
        int[] comportamento = [1, 2, 1, 3, 4, 1, 5, 6, 7, 1, 8];
        return indice < comportamento.Length
            ? $"+551196000000{comportamento[indice]}"
            : $"+55{(indice % 3 == 0 ? 21 : 11)}96{1_000_000 + (indice * 7_919 % 8_999_999):0000000}";
    }
}
