using CrmVoip.Domain;
using CrmVoip.Features.Vendas.Edicoes;
using CrmVoip.Text;

namespace CrmVoip.Features.Vendas.Contatos;

/// <summary>What a person edits of a contact, its telephones apart.</summary>
public sealed record CamposDoContato : ICampos<CamposDoContato>
{
    public static readonly IReadOnlyList<string> Todos = [nameof(Nome), nameof(Empresa), nameof(Email)];

    public string Nome { get; init; } = "";

    public string? Empresa { get; init; }

    public string? Email { get; init; }

    public static CamposDoContato De(Contato contato) => new() { Nome = contato.Nome, Empresa = contato.Empresa, Email = contato.Email };

    public static CamposDoContato Digitados(string? nome, string? empresa, string? email) =>
        new() { Nome = nome?.Trim() ?? "", Empresa = SeHouver(empresa), Email = Digitado.Ler(email) };

    public void Escrever(Contato contato) => contato.Editar(Nome, Empresa, Email);

    public CamposDoContato Com(CamposDoContato outros, IReadOnlyCollection<string> campos) => new()
    {
        Nome = campos.Contains(nameof(Nome)) ? outros.Nome : Nome,
        Empresa = campos.Contains(nameof(Empresa)) ? outros.Empresa : Empresa,
        Email = campos.Contains(nameof(Email)) ? outros.Email : Email,
    };

    public string Texto(string campo) => campo switch
    {
        nameof(Nome) => Nome,
        nameof(Empresa) => Empresa ?? "",
        nameof(Email) => Email ?? "",
        _ => throw new ArgumentOutOfRangeException(nameof(campo), campo, null),
    };

    private static string? SeHouver(string? texto) => string.IsNullOrWhiteSpace(texto) ? null : texto.Trim();
}
