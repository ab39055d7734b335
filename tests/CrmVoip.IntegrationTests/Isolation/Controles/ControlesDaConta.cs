using CrmVoip.IntegrationTests.Infra;

namespace CrmVoip.IntegrationTests.Isolation.Controles;

/// <summary>Outside any organization: accounts.</summary>
public sealed class ControlesDaConta : IControles
{
    public IEnumerable<Controle> Todos =>
    [
        Controle.De("POST /conta/entrar").Anonimo().Form(c => [("Email", c.Pessoa.Email), ("Senha", PessoaDeTeste.Senha)], "Senha").SemLimite("Email", "ReturnUrl"),
        Controle.De("POST /conta/organizacoes/{slug}").Com(c => c.Organizacao.Slug),
        Controle.De("POST /conta/sair"),
    ];
}
