namespace CrmVoip.Simulador.Contas;

/// <summary>An organization of the provider: a SIP domain with its extensions.</summary>
public sealed record Conta(string Nome, IReadOnlyList<Ramal> Ramais)
{
    public string Dominio => $"{Nome}.simulador";

    public Ramal? Ramal(string numero) => Ramais.FirstOrDefault(ramal => ramal.Numero == numero);
}

public sealed record Ramal(int Id, string Dominio, string Numero, string Senha, string Email, string Nome, string Sobrenome)
{
    public const string Bina = "551140000000";
}

public enum Papel
{
    Administrador,
    Usuario,
    SemPermissao,
}

/// <summary>A token and whose it is; the provider's tokens belong to users.</summary>
public sealed record Credencial(string Token, Conta Conta, Papel Papel, string Email, string Nome);
