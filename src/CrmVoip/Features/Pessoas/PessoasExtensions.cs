using CrmVoip.Features.Pessoas.Auditorias;
using CrmVoip.Features.Pessoas.Conta;
using CrmVoip.Features.Pessoas.Correio;
using CrmVoip.Features.Pessoas.Fatores;
using CrmVoip.Features.Pessoas.Membros;

namespace CrmVoip.Features.Pessoas;

public static class PessoasExtensions
{
    public static IServiceCollection AddPessoas(this IServiceCollection services) => services
        .AddConta()
        .AddCorreio()
        .AddFatores()
        .AddMembros()
        .AddAuditorias();
}
