using CrmVoip.Data;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>A new account and its organization.</summary>
public sealed class CadastroForm : NovaContaForm, IComOrganizacao
{
    public string? Organizacao { get; set; }

    public string? Slug { get; set; }
}

public sealed class CadastroFormValidator : NovaContaFormValidator<CadastroForm>
{
    public CadastroFormValidator(CrmDbContext db)
    {
        RuleFor(f => f.Organizacao).NomeDeOrganizacao();
        RuleFor(f => f.Slug).EnderecoDeOrganizacao(db);
    }
}
