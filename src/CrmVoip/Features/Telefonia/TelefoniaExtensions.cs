using CrmVoip.Features.Telefonia.Conexoes;
using CrmVoip.Features.Telefonia.Gravacoes;
using CrmVoip.Features.Telefonia.Ligacoes;
using CrmVoip.Features.Telefonia.Linha;
using CrmVoip.Features.Telefonia.Ramais;
using CrmVoip.Features.Telefonia.Registros;

namespace CrmVoip.Features.Telefonia;

public static class TelefoniaExtensions
{
    public static IServiceCollection AddTelefonia(this IServiceCollection services, IConfiguration configuracao) => services
        .AddConexoes(configuracao)
        .AddRamais()
        .AddLinha()
        .AddLigacoes(configuracao)
        .AddGravacoes()
        .AddRegistros(configuracao);
}
