namespace CrmVoip.Simulador.Contas;

/// <summary>The fixed accounts, extensions and tokens described in the README.</summary>
public sealed class ContasDeDemonstracao
{
    private readonly IReadOnlyList<Conta> contas;
    private readonly IReadOnlyList<Credencial> credenciais;

    public ContasDeDemonstracao()
    {
        var aurora = CriarConta("aurora", 1, ("1001", "Ana", "Lima"), ("1002", "Bruno", "Souza"), ("1003", "Dora", "Reis"), ("1004", "Admin", "Aurora"));
        var boreal = CriarConta("boreal", 101, ("1001", "Carla", "Nunes"), ("1002", "Dora", "Reis"), ("1003", "Admin", "Boreal"));
        contas = [aurora, boreal];
        credenciais =
        [
            new Credencial("simulador-token-aurora", aurora, Papel.Administrador, "admin@aurora.example", "Admin Aurora"),
            new Credencial("simulador-token-boreal", boreal, Papel.Administrador, "admin@boreal.example", "Admin Boreal"),
            new Credencial("simulador-token-usuario", aurora, Papel.Usuario, "ana@aurora.example", "Ana Lima"),
            new Credencial("simulador-token-sem-permissao", aurora, Papel.SemPermissao, "visita@aurora.example", "Visita"),
        ];
    }

    public IEnumerable<Conta> Todas => contas;

    public Conta? PorDominio(string dominio) => contas.FirstOrDefault(conta => conta.Dominio == dominio);

    public Conta? PorNome(string nome) => contas.FirstOrDefault(conta => conta.Nome == nome);

    public Credencial? PorToken(string token) => credenciais.FirstOrDefault(credencial => credencial.Token == token);

    private static Conta CriarConta(string nome, int primeiroId, params (string Numero, string Nome, string Sobrenome)[] pessoas) => new(
        nome,
        [.. pessoas.Select((pessoa, i) => new Ramal(
            primeiroId + i,
            $"{nome}.simulador",
            pessoa.Numero,
            $"ramal-{pessoa.Numero}-{nome}",
            $"{pessoa.Nome.ToLowerInvariant()}@{nome}.example",
            pessoa.Nome,
            pessoa.Sobrenome))]);
}
