using CrmVoip.Domain;
using CrmVoip.Features.Vendas.Edicoes;
using CrmVoip.Text;

namespace CrmVoip.Features.Vendas.Contatos;

/// <summary>What a person edits of a contact.</summary>
public sealed record CamposDoContato : ICampos<CamposDoContato>
{
    public static readonly IReadOnlyList<string> Todos = [nameof(Nome), nameof(Empresa), nameof(Email), nameof(Telefone)];

    public string Nome { get; init; } = "";

    public string? Empresa { get; init; }

    public string? Email { get; init; }

    /// <summary>As it is typed.</summary>
    public string? Telefone { get; init; }

    public static CamposDoContato De(Contato contato) => new()
    {
        Nome = contato.Nome,
        Empresa = contato.Empresa,
        Email = contato.Email,
        Telefone = contato.TelefoneTexto ?? Web.Formato.TelefoneSeHouver(contato.Telefone),
    };

    public static CamposDoContato De(NovoContato novo) => new()
    {
        Nome = novo.Nome.Trim(),
        Empresa = SeHouver(novo.Empresa),
        Email = SeHouver(Digitado.Limpar(novo.Email)),
        Telefone = SeHouver(novo.Telefone),
    };

    public void Escrever(Contato contato)
    {
        contato.Editar(Nome, Empresa, Email);
        if (Telefone != De(contato).Telefone)
        {
            contato.MudarTelefone(Telefone, NumeroDeTelefone.Ler(Telefone));
        }
    }

    public CamposDoContato Com(CamposDoContato outros, IReadOnlyCollection<string> campos) => new()
    {
        Nome = campos.Contains(nameof(Nome)) ? outros.Nome : Nome,
        Empresa = campos.Contains(nameof(Empresa)) ? outros.Empresa : Empresa,
        Email = campos.Contains(nameof(Email)) ? outros.Email : Email,
        Telefone = campos.Contains(nameof(Telefone)) ? outros.Telefone : Telefone,
    };

    public string Texto(string campo) => campo switch
    {
        nameof(Nome) => Nome,
        nameof(Empresa) => Empresa ?? "",
        nameof(Email) => Email ?? "",
        nameof(Telefone) => Telefone ?? "",
        _ => throw new ArgumentOutOfRangeException(nameof(campo), campo, null),
    };

    private static string? SeHouver(string? texto) => string.IsNullOrWhiteSpace(texto) ? null : texto.Trim();
}
