using System;
using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Crm
{
    /// <summary>
    /// Work that follows a commit or waits for time: who, what kind, which row, when. No entity maps it: crm_app may add rows
    /// and see none, and crm_fila, which hands them out, sees nothing else.
    /// </summary>
    public partial class Trabalhos : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "trabalhos",
                columns: table => new
                {
                    organizacao_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tipo = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    linha_id = table.Column<Guid>(type: "uuid", nullable: false),
                    vence_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tentativas = table.Column<int>(type: "integer", nullable: false),
                    arrendado_ate = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    arrendatario = table.Column<Guid>(type: "uuid", nullable: true),
                    criado_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ultimo_erro = table.Column<string>(type: "text", nullable: true),
                    morto_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table => table.PrimaryKey("pk_trabalhos", x => new { x.organizacao_id, x.id }));

            migrationBuilder.CreateIndex(
                name: "ix_trabalhos_vence_em",
                table: "trabalhos",
                column: "vence_em",
                filter: "morto_em is null");

            migrationBuilder.CreateIndex(
                name: "ix_trabalhos_organizacao_id_vence_em",
                table: "trabalhos",
                columns: new[] { "organizacao_id", "vence_em" },
                filter: "morto_em is null");

            migrationBuilder.CreateIndex(
                name: "ix_trabalhos_arrendado_ate",
                table: "trabalhos",
                column: "arrendado_ate",
                filter: "arrendado_ate is not null");

            migrationBuilder.CreateIndex(
                name: "ix_trabalhos_organizacao_id_tipo_linha_id",
                table: "trabalhos",
                columns: new[] { "organizacao_id", "tipo", "linha_id" });

            migrationBuilder.IsolarFila("trabalhos");
            migrationBuilder.Conceder("crm_app", "insert", "trabalhos");
            migrationBuilder.Conceder("crm_fila", "select, update, delete", "trabalhos");

            // A database made before this role let the roles of then connect.
            migrationBuilder.Sql(
                """
                do $$ begin
                    if not has_database_privilege('crm_fila', current_database(), 'connect') then
                        execute format('grant connect on database %I to crm_fila', current_database());
                    end if;
                end $$;
                """);
        }

        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable(name: "trabalhos");
    }
}
